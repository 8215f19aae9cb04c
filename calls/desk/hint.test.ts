import { describe, expect, it } from 'vitest';
import { speechHint } from './hint.ts';
import type { DeskRules } from './types.ts';

const silent: DeskRules = {
  maxTransfers: undefined,
  callbackSteps: undefined,
  outOfRemitContact: undefined,
  actForCaller: undefined,
  missedCallCount: undefined,
  closing: undefined,
  speech: undefined,
  outbound: undefined,
  internal: undefined,
  crisis: undefined,
  visits: undefined,
};
const rules: DeskRules = {
  ...silent,
  speech: { clause: 'п. 20' },
  outbound: { clause: 'п. 9' },
  crisis: { phrases: [], clause: 'п. 27' },
};

describe('CL-4: how to speak', () => {
  it('follows the step and the kind of call, with the clause', () => {
    const inbound = { direction: 'inbound' } as const;
    expect(speechHint({ rules }, { kind: 'say' }, inbound)).toMatchObject({ clause: 'п. 20' });
    expect(speechHint({ rules }, { kind: 'crisis' }, inbound)).toMatchObject({ clause: 'п. 27' });
    expect(speechHint({ rules }, { kind: 'question' }, { direction: 'outbound' })).toMatchObject({
      text: expect.stringContaining('не быстро'),
      clause: 'п. 9',
    });
    const calm = { rules: { ...rules, crisis: undefined } };
    expect(speechHint(calm, { kind: 'crisis' }, inbound)?.clause).toBe('п. 20');
  });

  it('says nothing where the order asks for nothing', () => {
    expect(speechHint({ rules: silent }, { kind: 'crisis' }, { direction: 'outbound' })).toBeUndefined();
  });
});
