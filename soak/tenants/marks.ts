import type { FakeConnector } from '../../test/support/fakeConnector.ts';

/** A company whose people must never see anything of another’s. */
export interface Tenant {
  readonly id: string;
  /** A word in small letters that is in its people’s names, texts, links and ids, and nowhere else. */
  readonly mark: string;
  readonly connector: FakeConnector;
}

/** Looks for marks where they have no business. */
export interface MarkWatch {
  /** What somebody of a tenant was sent, or read; `where` is for the report. */
  look(tenant: Tenant, where: string, text: string): void;
  /** How often each tenant’s own mark was seen, by where: a watch that sees nothing would pass everything. */
  own(tenant: Tenant, where: string): number;
  readonly foreign: number;
}

/** Watches for the marks of all tenants. */
export function createMarkWatch(tenants: readonly Tenant[], onForeign: (what: string) => void): MarkWatch {
  const own = new Map<string, number>();
  let foreign = 0;
  return {
    look(tenant, where, text) {
      for (const { mark } of tenants) {
        if (!text.includes(mark)) continue;
        if (mark === tenant.mark) own.set(`${mark} ${where}`, (own.get(`${mark} ${where}`) ?? 0) + 1);
        else {
          foreign++;
          onForeign(`${tenant.mark} saw ${mark} in ${where}`);
        }
      }
    },
    own: ({ mark }, where) => own.get(`${mark} ${where}`) ?? 0,
    get foreign() {
      return foreign;
    },
  };
}
