import type { ServerResponse } from 'node:http';
import type { EventSink } from '../channels/eventSink.ts';

/** An HTTP answer that is being written, as a channel sees it. Writing after its end does nothing. */
export function responseSink(response: ServerResponse): EventSink {
  const { socket } = response.req;
  const isGone = () => response.destroyed || socket.destroyed;
  return {
    write: (text) => !response.writableEnded && !isGone() && response.write(text),
    buffered: () => response.writableLength,
    onDrain: (run) => response.on('drain', run),
    onClose: (run) => {
      let isTold = false;
      const tell = () => {
        if (!isTold) run();
        isTold = true;
        socket.off('close', tell);
      };
      // A client may be gone before anybody listens.
      if (isGone()) return tell();
      response.once('close', tell);
      // An answer that still waits behind another of its connection isn't told when that closes.
      socket.once('close', tell);
    },
    close: () => {
      // To a reader who takes nothing, the end would never get through.
      if (response.writableNeedDrain) response.destroy();
      else response.end();
    },
  };
}
