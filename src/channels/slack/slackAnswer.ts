/** What a request of Slack's is answered with: an object as JSON, a text as plain text. */
export interface SlackAnswer {
  readonly status: number;
  readonly body?: object | string;
}
