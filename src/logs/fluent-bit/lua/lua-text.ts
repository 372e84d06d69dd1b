/** A text as a literal of Lua: bytes of UTF-8, with everything escaped that YAML, Fluent Bit (`${`) or Lua could read otherwise. */
export function luaText(text: string): string {
  return `"${[...Buffer.from(text, 'utf8')].map(luaByte).join('')}"`;
}

function luaByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9_ .,:-]/.test(character) ? character : `\\${String(byte).padStart(3, '0')}`;
}

/** A list of literals. */
export function luaList(texts: readonly string[]): string {
  return `{${texts.map(luaText).join(', ')}}`;
}
