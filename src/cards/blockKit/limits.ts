/**
 * What Slack takes. Texts are cut to these, structure over them throws.
 * Source, where none is named: the Block Kit reference of docs.slack.dev, on the page of the block or element.
 */
export const LIMITS = {
  /** Blocks of one message or view: of a message, one of its 50 is left for the line before a card. */
  blocks: { message: 49, modal: 100, home: 100 },
  /**
   * Characters of all texts together. Nowhere documented: a maintainer of slackapi/bolt-js named 12,000 with what
   * holds them counted in, and a reporter there had 11,341 refused (`msg_blocks_too_long`). So it is 10,000, of which the
   * line before a card has 300.
   */
  allText: 9_700,
  /** Characters of a header. */
  header: 150,
  /**
   * Characters of a text object in a section or a context. Source: “Text object”. Rich text has no limit that is
   * documented: one section of it has the same.
   */
  text: 3000,
  /** Characters of a block’s or an element’s name. */
  name: 255,
  /** Elements of one actions block. */
  actions: 25,
  /** Characters on a button or an option of a menu, and of a button's name for screen readers. */
  button: 75,
  /** Characters of a button before clients may cut it. */
  buttonInRow: 30,
  /** Characters of what a button sends back. */
  value: 2000,
  /** Options of an overflow menu. Source of the most: “Overflow menu element”; its older edition asked for two. */
  overflow: { min: 2, max: 5 },
  /** Characters of what an option sends back. Source: “Option object”. */
  optionValue: 150,
  /** Characters of an address on a button. */
  url: 3000,
  /** Characters of the label over an input; of the text shown in it while it is empty; of what may be typed. */
  input: { label: 2000, placeholder: 150, maxLength: 3000 },
  /**
   * Options of a list to choose from; characters of one and of its description, and of what it sends back. Source:
   * “Select menu element”, “Option object”.
   */
  select: { options: 100, text: 75, value: 150 },
  /** Options of a group of radio buttons. Source: “Radio button group element”. */
  radio: 10,
  /** Characters of a modal's title and of its two buttons. Source: “Modal views”. */
  modalTitle: 24,
  /**
   * Characters of what a modal sends, as JSON. Slack keeps 3,000 of `private_metadata` with it (source: “Modal views”);
   * the channel puts in, too, where the modal was opened.
   */
  form: 2600,
  /** Characters of what is said beside a field. Nowhere documented: about two lines. */
  fieldError: 150,
  /** Characters of a message's text before escaping, which makes it at most five times as long. Slack cuts at 40,000. */
  fallback: 3000,
} as const;
