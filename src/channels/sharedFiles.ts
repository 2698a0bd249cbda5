import { addressKey } from './addressKey.ts';
import { CASE_LINK_LASTS, type CaseLinkSigner } from './desk/signCaseLink.ts';
import { fileAnswer } from './fileAnswer.ts';
import type { FileSource } from './filePorts.ts';
import { minuteLimit } from './minuteLimit.ts';
import { type PageAnswer, pageAnswer } from './pageAnswer.ts';

/** What stands in the place of a desk in links to files, so that neither is good for the other. */
const FOR_A_FILE = 'file';

/** Files that one address may ask for in a minute: an office behind one address, each of whom opens one now and then. */
const PER_MINUTE = 60;

export interface SharedFilesParts {
  readonly signer: CaseLinkSigner;
  readonly files: FileSource;
  readonly clock: () => Date;
}

/** Files for people whose channel can't be given one: by a link that is signed for one file, for eight hours. */
export interface SharedFiles {
  /** What the link has to carry. */
  sign(file: string): string;
  /** Takes one look for this address: 0 when it may, else the whole seconds to wait. */
  wait(remoteAddress: string): number;
  /** Hands the file out: 200 with its bytes, 404 when it is gone, or the link is over or not ours. */
  give(signed: string): Promise<PageAnswer>;
}

/** Over the same key as the links to cases. */
export function createSharedFiles({ signer, files, clock }: SharedFilesParts): SharedFiles {
  const looks = minuteLimit(PER_MINUTE, clock);
  return {
    wait: (remoteAddress) => looks.take(addressKey(remoteAddress)),
    sign: (file) => signer.sign(file, FOR_A_FILE, new Date(clock().getTime() + CASE_LINK_LASTS)),
    async give(signed) {
      const linked = signer.verify(signed, clock());
      const file = linked?.desk === FOR_A_FILE ? await files.facts(linked.case) : null;
      return file ? fileAnswer(file, files.read(file.id)) : pageAnswer(404);
    },
  };
}
