import { isUtf8 } from 'node:buffer';
import { refuse } from '../../cluster/inventory/read/input-error';

/**
 * Bytes as UTF-8, without the mark that some editors begin files with. What Windows PowerShell writes by `>` is UTF-16, and it is read as
 * well.
 *
 * @throws InputError
 */
export function toUtf8(bytes: Buffer, file: string): Buffer {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {return checked(bytes.subarray(3), file);}
  if (startsWith(bytes, 0xff, 0xfe)) {return fromUtf16(bytes, 'utf-16le', file);}
  if (startsWith(bytes, 0xfe, 0xff)) {return fromUtf16(bytes, 'utf-16be', file);}
  return checked(bytes, file);
}

function startsWith(bytes: Buffer, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function fromUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be', file: string): Buffer {
  try {
    return checked(Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes)), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return refuse(file, undefined, 'is not text: it begins as UTF-16 and goes on as something else');
    }
    throw error;
  }
}

function checked(bytes: Buffer, file: string): Buffer {
  if (!isUtf8(bytes)) {refuse(file, lineAt(bytes, firstWrong(bytes)), 'is not UTF-8: save it as UTF-8');}
  return bytes;
}

/** The line in which a byte stands. */
export function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let index = bytes.indexOf(10); index >= 0 && index < offset; index = bytes.indexOf(10, index + 1)) {line += 1;}
  return line;
}

/** The first line that is not UTF-8 holds the first wrong byte: no character goes over the end of a line. */
function firstWrong(bytes: Buffer): number {
  let begin = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, begin)) {
    if (!isUtf8(bytes.subarray(begin, end))) {return begin;}
    begin = end + 1;
  }
  return begin;
}
