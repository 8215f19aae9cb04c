import { createHash } from 'node:crypto';
import type { Reminder } from './reminders.ts';
import type { SentReminders } from './sent.ts';

/** The mail server and the sender. */
export interface MailSettings {
  /** `smtp://user:password@host:587`. */
  readonly server: string;
  readonly from: string;
}

/** What became of the reminders. */
export interface Posted {
  readonly sent: readonly Reminder[];
  /** Boxes that the server did not take, of letters that others got. */
  readonly refused: readonly string[];
  /** Reminded of this cause before. */
  readonly before: readonly Reminder[];
  /** Nobody's address is known. */
  readonly addressless: readonly Reminder[];
  readonly failed: readonly { readonly reminder: Reminder; readonly why: string }[];
}

const timeoutMs = 30_000;

/** Sends the reminders by mail, each cause once; one that cannot be sent does not hold up the others. */
export async function postReminders(
  reminders: readonly Reminder[],
  { server, from }: MailSettings,
  sentBefore: SentReminders,
): Promise<Posted> {
  // Most who come through this room's door write no letters.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(
    { url: server, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    { from },
  );
  const refused: string[] = [];
  const sent: Reminder[] = [];
  const before: Reminder[] = [];
  const addressless: Reminder[] = [];
  const failed: { reminder: Reminder; why: string }[] = [];
  try {
    for (const reminder of reminders) {
      const keys = [reminder.unit.id, ...reminder.unit.was].map(
        (id) => `${reminder.month} ${id} ${reminder.stage}`,
      );
      if (keys.some((key) => sentBefore.has(key))) before.push(reminder);
      else if (reminder.to.length === 0) addressless.push(reminder);
      else {
        try {
          const { rejected } = await transport.sendMail({
            to: [...reminder.to],
            subject: reminder.subject,
            text: reminder.text,
            messageId: messageId(reminder, from),
            headers: { 'Auto-Submitted': 'auto-generated' },
          });
          sentBefore.add(reminder.key, new Date());
          sent.push(reminder);
          refused.push(...rejected.map(String));
        } catch (error) {
          failed.push({ reminder, why: error instanceof Error ? error.message : String(error) });
        }
      }
    }
  } finally {
    transport.close();
  }
  return { sent, refused, before, addressless, failed };
}

/** The same for the same cause: a mail program shows a reminder that came twice as one. */
function messageId({ key }: Reminder, from: string): string {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 24);
  return `<${name}@${/@([\w.-]+)/.exec(from)?.[1] ?? 'ponyatno.invalid'}>`;
}
