/** A text in the encodings that files come in. */
export function decodeCases(text: string): [string, Buffer][] {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return [
    ['UTF-8', Buffer.from(text)], ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)], ['UTF-16 as Windows PowerShell writes it', little],
    ['UTF-16, the greater byte first', Buffer.from(little).swap16()],
  ];
}
