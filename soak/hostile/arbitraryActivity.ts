import fc from 'fast-check';
import { arbitraryId, arbitraryJson, arbitraryText, arbitraryWord } from './arbitraryText.ts';

/** Tenants and people, few enough to come again, many enough that hardly anybody is too fast. */
const TENANTS = 40;
const PEOPLE = 4_000;

const VERBS = ['start', 'answer', 'symptom', 'change', 'back', 'step', 'branch', 'workaround', 'escalate', 'restart'];

/** A field of the wrong kind, or none at all. */
const GONE = Symbol('gone');
const broken = fc.oneof({ weight: 1, arbitrary: fc.constant(GONE) }, { weight: 4, arbitrary: arbitraryJson });

/** An id as it is in Teams, now and then one that isn't. */
const id = (form: (number: number) => string) =>
  fc.oneof({ weight: 9, arbitrary: fc.nat(PEOPLE).map(form) }, { weight: 1, arbitrary: arbitraryId });

const mention = fc.record({
  type: fc.constant('mention'),
  text: arbitraryText.map((text) => `<at>${text}</at>`),
  mentioned: fc.record({ id: arbitraryId, name: arbitraryText }),
});
const attachment = fc.record(
  {
    contentType: fc.constantFrom('text/html', 'application/vnd.microsoft.card.adaptive', 'image/*', 'x'),
    content: fc.oneof(
      arbitraryText,
      arbitraryText.map((text) => `<p><a href="${text}">${text}</a></p>`),
      arbitraryJson,
    ),
    contentUrl: arbitraryText,
  },
  { requiredKeys: ['contentType'] },
);
const click = fc.record(
  {
    verb: fc.oneof(fc.constantFrom(...VERBS), arbitraryText),
    card: arbitraryText,
    question: fc.oneof(fc.constantFrom('users', 'location', 'computers'), arbitraryText),
    option: fc.oneof(fc.constantFrom('single', 'multiple', 'inside'), arbitraryText),
    text: arbitraryText,
  },
  { requiredKeys: ['verb', 'card'] },
);

const conversation = fc.record(
  {
    id: id((number) => `a:1${number}`),
    conversationType: fc.oneof(
      { weight: 8, arbitrary: fc.constant('personal') },
      { weight: 2, arbitrary: fc.constantFrom('channel', 'groupChat', 'x') },
    ),
    tenantId: fc.nat(TENANTS).map((number) => `b1b4e7d0-3c5b-4d3e-9f63-${String(number).padStart(12, '0')}`),
    isGroup: fc.boolean(),
    name: arbitraryText,
  },
  { requiredKeys: ['id', 'conversationType'] },
);

/** Activities that look right from a distance: every field has its type, and anything may be in it. */
const wellShaped = (serviceUrl: string) =>
  fc.record(
    {
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constant('message') },
        {
          weight: 4,
          arbitrary: fc.constantFrom('conversationUpdate', 'installationUpdate', 'invoke', 'event', 'typing'),
        },
        {
          weight: 1,
          arbitrary: fc.constantFrom('messageReaction', 'endOfConversation', 'trace', 'handoff', 'command'),
        },
        { weight: 1, arbitrary: arbitraryWord },
      ),
      id: fc.uuid(),
      channelId: fc.oneof({ weight: 19, arbitrary: fc.constant('msteams') }, { weight: 1, arbitrary: arbitraryWord }),
      serviceUrl: fc.oneof({ weight: 19, arbitrary: fc.constant(serviceUrl) }, { weight: 1, arbitrary: arbitraryText }),
      conversation,
      from: fc.record({
        id: id((number) => `29:1${number}`),
        name: arbitraryText,
        aadObjectId: id((number) => `aad-${number}`),
      }),
      recipient: fc.record({ id: fc.constant('28:bot'), name: arbitraryText }),
      text: arbitraryText,
      value: fc.oneof(click, arbitraryJson),
      name: fc.oneof(fc.constantFrom('adaptiveCard/action', 'task/fetch', 'composeExtension/query'), arbitraryWord),
      action: fc.constantFrom('add', 'remove', 'add-upgrade', 'x'),
      replyToId: arbitraryId,
      locale: fc.oneof(fc.constantFrom('en-GB', 'de', 'xx-yy-zz'), arbitraryWord),
      deliveryMode: fc.oneof(fc.constantFrom('normal', 'expectReplies', 'stream', 'ephemeral'), arbitraryWord),
      timestamp: fc.oneof(fc.constant('2026-01-05T09:00:00Z'), arbitraryText),
      entities: fc.array(fc.oneof(mention, fc.record({ type: arbitraryWord })), { maxLength: 4 }),
      attachments: fc.array(attachment, { maxLength: 3 }),
      membersAdded: fc.array(fc.record({ id: arbitraryId }), { maxLength: 3 }),
      channelData: fc.record({
        tenant: fc.record({ id: arbitraryId }),
        team: arbitraryJson,
        eventType: arbitraryText,
      }),
    },
    { requiredKeys: ['type', 'id', 'channelId', 'serviceUrl', 'conversation', 'from', 'recipient'] },
  );

/** The same with a field or two of any other kind, or missing. */
const badlyShaped = (serviceUrl: string) =>
  fc
    .tuple(wellShaped(serviceUrl), fc.array(fc.tuple(fc.nat(30), broken), { minLength: 1, maxLength: 2 }))
    .map(([activity, faults]) => {
      const fields: Record<string, unknown> = { ...activity };
      const names = Object.keys(fields);
      for (const [at, value] of faults) {
        const name = names[at % names.length] ?? 'type';
        if (value === GONE) delete fields[name];
        else fields[name] = value;
      }
      return fields;
    });

/** What somebody may post who knows what an activity is. */
export function arbitraryActivity(serviceUrl: string): fc.Arbitrary<object> {
  return fc.oneof(
    { weight: 6, arbitrary: wellShaped(serviceUrl) },
    { weight: 3, arbitrary: badlyShaped(serviceUrl) },
    { weight: 1, arbitrary: fc.dictionary(arbitraryText, arbitraryJson, { maxKeys: 8 }) },
  );
}
