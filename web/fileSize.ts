const KILO = 1024;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const parts = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** How large a file is, as people say it: `240 KB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  const kilobytes = Math.max(1, bytes / KILO);
  return kilobytes < 1000 ? `${whole.format(kilobytes)} KB` : `${parts.format(bytes / KILO / KILO)} MB`;
}
