/* eslint-disable no-bitwise */
/** A record of OTLP, as far as the suite looks at it. */
export interface OtlpRecord {
  readonly time: bigint;
  readonly body: string;
  /** In order, as they were sent. */
  readonly attributes: ReadonlyArray<readonly [key: string, value: unknown]>;
}

/** The records of an ExportLogsServiceRequest in protobuf. */
export function otlpRecords(body: Buffer): OtlpRecord[] {
  return all(body, 1).flatMap(resource => all(resource, 2)).flatMap(scope => all(scope, 2)).map(record => ({
    time: fields(record).find(({ number }) => number === 1)?.fixed ?? 0n,
    body: String(anyValue(all(record, 5)[0])),
    attributes: all(record, 6).map(pair => [all(pair, 1)[0].toString('utf8'), anyValue(all(pair, 2)[0])] as const),
  }));
}

interface Field {
  readonly number: number;
  readonly bytes?: Buffer;
  readonly fixed?: bigint;
  readonly varint?: bigint;
}

function anyValue(value: Buffer | undefined): unknown {
  const [field] = value === undefined ? [] : fields(value);
  if (field === undefined) {return undefined;}
  switch (field.number) {
    case 1: return field.bytes!.toString('utf8');
    case 2: return field.varint === 1n;
    case 3: return Number(BigInt.asIntN(64, field.varint!));
    case 5: return all(field.bytes!, 1).map(anyValue);
    case 6: return all(field.bytes!, 1).map(pair => [all(pair, 1)[0].toString('utf8'), anyValue(all(pair, 2)[0])]);
    default: return field;
  }
}

function all(message: Buffer, number: number): Buffer[] {
  return fields(message).filter(field => field.number === number).map(field => field.bytes!);
}

function fields(message: Buffer): Field[] {
  const found: Field[] = [];
  for (let at = 0; at < message.length;) {
    const [tag, afterTag] = varint(message, at);
    const number = Number(tag >> 3n);
    const type = Number(tag & 7n);
    if (type === 0) {
      const [value, next] = varint(message, afterTag);
      found.push({ number, varint: value });
      at = next;
    } else if (type === 1) {
      found.push({ number, fixed: message.readBigUInt64LE(afterTag) });
      at = afterTag + 8;
    } else if (type === 5) {
      at = afterTag + 4;
    } else {
      const [length, start] = varint(message, afterTag);
      at = start + Number(length);
      found.push({ number, bytes: message.subarray(start, at) });
    }
  }
  return found;
}

function varint(message: Buffer, start: number): [value: bigint, next: number] {
  let value = 0n;
  for (let at = start, shift = 0n; ; at += 1, shift += 7n) {
    value |= BigInt(message[at] & 0x7f) << shift;
    if (message[at] < 0x80) {return [value, at + 1];}
  }
}
