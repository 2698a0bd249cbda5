import type { AuthDoor } from './authDoor.ts';

/** Says whether something is as it has to be. */
export type Check = (what: string, seen: unknown, wanted: unknown) => void;

/** What happens to the keys while people come to a door that nobody has come to before. */
export type KeyStory = (door: AuthDoor, check: Check) => Promise<void>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const AT_ONCE = 50;

const good = (door: AuthDoor) => door.knock(door.identity.authorization());
const unknown = (door: AuthDoor) => door.knock(door.identity.authorization({ header: { kid: 'unknown' } }));

/** The stories of the table of docs/reliability.md that need more than one token. */
export const keyStories: Readonly<Record<string, KeyStory>> = {
  async 'fifty come at once, and nobody has before'(door, check) {
    const statuses = await Promise.all(Array.from({ length: AT_ONCE }, () => good(door)));

    check('they are let in', [...new Set(statuses)], [200]);
    check('the metadata are fetched once', door.identity.metadataFetches(), 1);
    check('the keys are fetched once', door.identity.keyFetches(), 1);
  },

  async 'the keys are rotated'(door, check) {
    check('the old key before', await good(door), 200);
    const old = door.identity.authorization();
    door.identity.rotate('published');
    door.wait(MINUTE);

    check('the new key', await good(door), 200);
    check('the old key, still published', await door.knock(old), 200);
  },

  async 'a key is withdrawn'(door, check) {
    const old = door.identity.authorization();
    check('before', await door.knock(old), 200);
    door.identity.rotate('published');
    door.identity.withdrawOld();
    door.wait(MINUTE);

    check('the new key', await good(door), 200);
    check('the withdrawn key, with a token that was let in before', await door.knock(old), 401);
  },

  async 'a key is withdrawn and no other is used'(door, check) {
    await good(door);
    const old = door.identity.authorization({ claims: { exp: door.now().getTime() / 1000 + 4 * 3600 } });
    door.identity.rotate('published');
    door.identity.withdrawOld();
    door.wait(120 * MINUTE);

    check('two hours later', await door.knock(old), 401);
  },

  async 'a key is signed with that is never published'(door, check) {
    await good(door);
    door.identity.rotate('unpublished');
    door.wait(MINUTE);

    check('the answer', await good(door), 401);
  },

  async 'ids of keys are made up'(door, check) {
    await good(door);
    door.wait(MINUTE);
    const statuses = await Promise.all(Array.from({ length: AT_ONCE }, () => unknown(door)));

    check('the answers', [...new Set(statuses)], [401]);
    check('fetches', door.identity.metadataFetches(), 2);
  },

  async 'the metadata are down from the start'(door, check) {
    door.identity.behave('broken');
    await door.fetchKeys();
    check('the answer', await good(door), 503);
    door.identity.behave('well');
    door.wait(5_000);

    check('the answer when they are back', await good(door), 200);
  },

  async 'the metadata go down later'(door, check) {
    await door.fetchKeys();
    door.identity.behave('broken');
    door.wait(DAY + MINUTE);
    check('a known key', await good(door), 200);
    check('an unknown key, which may be new', await unknown(door), 503);
    door.identity.behave('well');
    door.wait(MINUTE);

    check('an unknown key when they are back', await unknown(door), 401);
  },

  async 'the metadata hang'(door, check) {
    door.identity.behave('hanging');
    const statuses = await Promise.all(Array.from({ length: AT_ONCE }, () => good(door)));

    check('the answers', [...new Set(statuses)], [503]);
    check('fetches', door.identity.metadataFetches(), 1);
  },

  async 'the metadata send callers elsewhere'(door, check) {
    door.identity.behave('elsewhere');

    check('the answer', await good(door), 503);
    check('fetches of keys', door.identity.keyFetches(), 0);
  },

  async 'a key is endorsed for another channel'(door, check) {
    door.identity.endorse(['directline']);

    check('the answer', await good(door), 403);
  },

  async 'a key is endorsed for nothing'(door, check) {
    door.identity.endorse(undefined);

    check('the answer', await good(door), 403);
  },
};
