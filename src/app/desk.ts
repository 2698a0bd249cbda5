import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createCaseContexts } from '../bots/cases/caseContexts.ts';
import { createCaseEffects } from '../bots/cases/caseEffects.ts';
import { type CaseTurns, createCaseTurns } from '../bots/cases/caseTurns.ts';
import { createDeskContexts } from '../bots/desk/deskContexts.ts';
import type { DeskParts } from '../bots/desk/deskParts.ts';
import { watchPlaces } from '../bots/desk/watchPlaces.ts';
import { leaveList } from '../bots/requests/leaveList.ts';
import type { PersonalDesk } from '../bots/requests/personalDesk.ts';
import { createUnmasked } from '../bots/requests/unmasked.ts';
import { en } from '../cards/text/en.ts';
import type { FilesAt } from '../cards/views/desk/threadPost.ts';
import { CASE_LINK_LASTS, type CaseLinkSigner, createCaseLinkSigner } from '../channels/desk/signCaseLink.ts';
import { hashSecret } from '../channels/hashSecret.ts';
import { createSharedFiles, type SharedFiles } from '../channels/sharedFiles.ts';
import { newSessionId } from '../channels/web/sessionId.ts';
import type { Case } from '../helpdesk/cases/case.ts';
import type { DecisionSetting } from '../helpdesk/cases/decisionSetting.ts';
import type { DeskRules } from '../helpdesk/cases/deskRules.ts';
import { newCaseId } from '../helpdesk/cases/newCaseId.ts';
import { everyPlace } from '../helpdesk/desk/everyPlace.ts';
import type { Pack } from '../knowledge/index.ts';
import { isMailAddress } from '../ticketing/mail/isMailAddress.ts';
import type { Turns } from '../turn/runTurn.ts';
import type { Built } from './built.ts';
import { filesIn } from './chatFiles.ts';
import { setConfiguredPlaces } from './configuredPlaces.ts';
import { deskRules } from './deskRules.ts';
import { hasDeskChannel } from './hasDeskChannel.ts';
import { createStores, type Stores } from './stores.ts';
import { createTenantErasure, type TenantErasure } from './tenantErasure.ts';

/** The helpdesk, without the channels it works in. */
export interface Desk {
  readonly stores: Stores;
  readonly rules: DeskRules;
  readonly turns: CaseTurns;
  readonly contexts: ReturnType<typeof createCaseContexts>;
  /** What a decision is made with at this moment. */
  readonly setting: () => DecisionSetting;
  readonly personal: PersonalDesk;
  /** A card has come unasked: a number that they type is no row of the list above it. */
  readonly leaveList: (requester: Case['requester']) => Promise<void>;
  /** Acting at the desk of a channel, and on its page. */
  readonly inChannel: DeskParts;
  readonly onPage: DeskParts;
  readonly signer: CaseLinkSigner;
  readonly shared: SharedFiles;
  /** A new link by which a guest gets back to their case; null where the page has no public address. */
  readonly linkTo: (current: Pick<Case, 'id'>) => Promise<string | null>;
  /** The same without its address: the secret alone. */
  readonly mintSecret: (id: string) => Promise<string>;
  readonly eraseTenant: TenantErasure;
  /** Takes over what the configuration says of places in Slack, if that had to wait until Slack names its workspace. */
  readonly settlePlaces: (askTeam: () => Promise<string | null>) => Promise<void>;
}

/** How long a key for signing links is, in bytes. */
const KEY_BYTES = 32;

/** Builds the helpdesk over the turns of everybody. */
export async function buildDesk(
  built: Built,
  { turns, pack, slackTeam }: { turns: Turns; pack: Pack; slackTeam: string | null },
): Promise<Desk> {
  const { config, now, storage } = built;
  const kept = createStores(storage.db);
  const watched = watchPlaces(kept.places, built.log);
  const stores = { ...kept, places: watched.places };
  const setPlaces = (team: string | null) =>
    setConfiguredPlaces({ config, slackTeam: team, now, places: stores.places, newId: randomUUID });
  let areSet = await setPlaces(slackTeam);
  // Before anybody is promised anything: it may have been lost before this start.
  await everyPlace(stores.places);
  const { publicUrl } = config;
  const rules = deskRules(config);
  const texts = en;
  const contexts = createCaseContexts({
    ...{ pack, texts, rules },
    // On its page the desk sees every case, wherever else it can’t be posted to.
    isLost: (line) => !config.desk.page.enabled && watched.isLost(line),
    contact: config.helpdeskContact,
  });
  const key = await stores.secrets.secret('case-links', () => randomBytes(KEY_BYTES).toString('base64url'));
  const signer = createCaseLinkSigner(key);
  const shared = createSharedFiles({ signer: createCaseLinkSigner(key, 'file'), files: stores.files, clock: now });
  const pageAlone: FilesAt = config.desk.page.enabled ? 'desk-page' : 'nowhere';
  const filesAt = publicUrl === undefined ? pageAlone : 'case-page';
  const effects = createCaseEffects({
    contexts,
    newId: randomUUID,
    fileLink: publicUrl === undefined ? null : (file) => `${publicUrl}/files/shared?s=${shared.sign(file)}`,
    hasDeskChannel: hasDeskChannel(config),
    onCall: config.desk.ping,
    filesAt,
    channelNames: { teams: 'msteams', slack: 'slack', web: 'web' },
  });
  const caseTurns = createCaseTurns({ turns, cases: stores.cases, rules, effects, now });
  const mintSecret = async (id: string) => {
    const secret = newSessionId();
    await stores.links.add({ hash: hashSecret(secret), case: id, at: now() });
    return secret;
  };
  const canShareFiles = publicUrl !== undefined;
  const common = { pack, texts, canShareFiles, turns: caseTurns, ...stores, rules, now, newId: randomUUID };
  return {
    ...{ stores, rules, turns: caseTurns, contexts, signer, shared, mintSecret },
    setting: () => ({ at: now(), newId: randomUUID, rules }),
    leaveList: (requester) => leaveList({ store: built.store, turns }, requester),
    personal: {
      // A place from when there was a channel is nobody’s desk any more.
      isThere: () => config.desk.page.enabled || (hasDeskChannel(config) && watched.isThere()),
      ...{ cases: stores.cases, files: stores.files, rules, contexts, effects, texts },
      filesIn,
      newId: randomUUID,
      newCaseId: () => newCaseId(randomInt),
      unmasked: createUnmasked(),
      isMailAddress,
    },
    inChannel: {
      ...common,
      contexts: createDeskContexts({
        ...{ contexts, members: stores.members },
        caseLink: caseLinks(built, signer),
        ...{ peoplePicker: true, attachHint: filesAt !== 'nowhere', fitsSlack: config.slack.enabled },
      }),
    },
    onPage: {
      ...common,
      contexts: createDeskContexts({
        ...{ contexts, members: stores.members },
        ...{ caseLink: null, peoplePicker: false, attachHint: false, fitsSlack: false },
      }),
    },
    eraseTenant: createTenantErasure(built, stores.places),
    async settlePlaces(askTeam) {
      if (!areSet) areSet = await setPlaces(await askTeam());
    },
    async linkTo({ id }) {
      const { publicUrl, web } = config;
      return publicUrl === undefined || !web.enabled ? null : `${publicUrl}/c/${await mintSecret(id)}`;
    },
  };
}

/** What is after the `#` never leaves the browser: no proxy and no log on the way has it. */
function caseLinks({ config: { publicUrl } }: Built, signer: Desk['signer']) {
  if (publicUrl === undefined) return null;
  return ({ id, line }: Pick<Case, 'id' | 'line'>, at: Date) =>
    `${publicUrl}/desk#link=${signer.sign(id, line, new Date(at.getTime() + CASE_LINK_LASTS))}`;
}
