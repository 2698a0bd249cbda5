import { isRecord } from './isRecord.ts';
import { json } from './jsonRequest.ts';

const OPENABLE = /^https?:\/\//i;

/** The link to a case of the person's own, asked for once in each tab; null where it can't be had. */
export async function fetchCaseLink(caseId: string): Promise<string | null> {
  const kept = recall(caseId);
  if (kept !== null) return kept;
  try {
    const response = await fetch('/web/link', {
      ...json({ case: caseId }),
      credentials: 'same-origin',
      cache: 'no-store',
    });
    const answer: unknown = response.ok ? await response.json() : null;
    const url = isRecord(answer) ? answer['url'] : null;
    if (typeof url !== 'string' || !OPENABLE.test(url)) return null;
    keep(caseId, url);
    return url;
  } catch {
    return null;
  }
}

function nameOf(caseId: string): string {
  return `unstuck-link-${caseId}`;
}

function recall(caseId: string): string | null {
  try {
    return sessionStorage.getItem(nameOf(caseId));
  } catch {
    return null;
  }
}

function keep(caseId: string, url: string): void {
  try {
    sessionStorage.setItem(nameOf(caseId), url);
  } catch (error) {
    console.warn('The link can’t be kept over a reload.', error);
  }
}
