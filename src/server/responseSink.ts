import type { ServerResponse } from 'node:http';
import type { EventSink } from '../channels/web/eventSink.ts';

/** An HTTP answer that is being written, as a channel sees it. Writing after its end does nothing. */
export function responseSink(response: ServerResponse): EventSink {
  const isOver = () => response.writableEnded || response.destroyed;
  return {
    write: (text) => !isOver() && response.write(text),
    buffered: () => response.writableLength,
    onDrain: (run) => response.on('drain', run),
    onClose: (run) => {
      // A client may be gone before anybody listens.
      if (response.destroyed) run();
      else response.once('close', run);
    },
    close: () => {
      // To a reader who takes nothing, the end would never get through.
      if (response.writableNeedDrain) response.destroy();
      else response.end();
    },
  };
}
