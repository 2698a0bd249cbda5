import { expect } from 'chai';
import { plainName } from '../../src/bots/plainName.ts';

describe('plainName', () => {
  for (const [name, plain] of [
    ['Ana Beck', 'Ana Beck'],
    ['  Ana   Beck ', 'Ana Beck'],
    ['Beck, Ana <ana@contoso.com>', 'Beck, Ana ana contoso com'],
    ['Ana / Helpdesk', 'Ana Helpdesk'],
    ['Ana \u200b Beck', 'Ana Beck'],
    ['Ana\n\n\tBeck\u00a0\u2003(HQ)', 'Ana Beck (HQ)'],
    ['https://evil.example/x', 'https evil example x'],
    ['Dr. Ana J. Beck', 'Dr. Ana J. Beck'],
    ['@@@', '–'],
    ['', '–'],
    ['x'.repeat(300), `${'x'.repeat(59)}…`],
  ] as const) {
    it(`gives ${JSON.stringify(plain)} for ${JSON.stringify(name.slice(0, 40))}`, () => {
      expect(plainName(name)).to.equal(plain);
    });
  }
});
