import { type Logger, LogLevel } from '@slack/web-api';

/** What Slack's clients log to: nowhere, but `heard` gets each line. */
export function slackLogger(heard: (line: string) => void = () => undefined): Logger {
  const log = (...parts: unknown[]) => heard(parts.join(' '));
  return {
    ...{ debug: log, info: log, warn: log, error: log },
    ...{ setLevel: () => undefined, getLevel: () => LogLevel.DEBUG, setName: () => undefined },
  };
}
