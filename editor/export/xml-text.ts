/** Characters that XML 1.0 cannot carry: a file that holds one of them does not open. */
const forbidden = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;

/** Text as it may stand in a file of XML. */
export function xmlText(text: string): string {
  return text.replaceAll(forbidden, '');
}
