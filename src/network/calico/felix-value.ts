import { isIP } from 'node:net';
import { re2Problem } from '../../private/re2';

/** A kind of value of Felix: what it takes, in words, and whether it takes a text. */
interface Kind {
  readonly allowed: (arguments_: string) => string;
  readonly fits: (value: string, arguments_: string) => boolean;
}

const matching = (allowed: string, pattern: RegExp): Kind => ({ allowed: () => allowed, fits: value => pattern.test(value) });
const address = (family: 4 | 6): Kind => ({
  allowed: () => `an IPv${family} address`, fits: value => isIP(value) === family && !value.includes('%'),
});
const listOf = (allowed: string, isEntry: (entry: string) => boolean): Kind => ({
  allowed: () => `${allowed}, separated by commas`,
  fits: value => value.split(',').map(entry => entry.trim()).every(entry => entry === '' || isEntry(entry)),
});
const BOOLEAN = matching('true or false', /^(true|1|yes|y|t|false|0|no|n|f)$/i);
const SECONDS = matching('a number of seconds, without a unit', /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i);
const INTERFACE = /^[a-zA-Z0-9:._+-]{1,15}$/;

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>(Object.entries({
  'bool': BOOLEAN,
  '*bool': BOOLEAN,
  'int': {
    allowed: (ranges: string) => ranges.split(',').map(bounds).map(inWords).join(', or '),
    fits: (value: string, ranges: string) => isNumber(value)
      && ranges.split(',').map(bounds).some(({ least, most }) => Number(value) >= least && Number(value) <= most),
  },
  'oneof': {
    allowed: (names: string) => names.split(',').join(', '),
    fits: (value: string, names: string) => names.toLowerCase().split(',').includes(value.toLowerCase()),
  },
  'seconds': SECONDS,
  'millis': { ...SECONDS, allowed: () => 'a number of milliseconds, without a unit' },
  'ipv4': address(4),
  'ipv6': address(6),
  'authority': matching('a host and a port: host:5473', /^[^:/]+:\d+$/),
  'hostname': matching('a host name', /^[a-zA-Z0-9_.-]+$/),
  'host-address': matching('a host name or an IP address', /^[a-zA-Z0-9:._+-]{1,64}$/),
  'iface-list': matching('beginnings of interface names, separated by commas', /^[a-zA-Z0-9_-]{1,15}(,[a-zA-Z0-9_-]{1,15})*$/),
  'iface-param': matching('the name of an interface, with `+` at its end for all that begin so', INTERFACE),
  'iface-filter-slice': listOf('names of interfaces, with `+` at their end for all that begin so', entry => INTERFACE.test(entry)),
  'iface-list-regexp': {
    allowed: () => 'names of interfaces, and regular expressions between slashes, separated by commas',
    fits: (value: string) => value.split(',').every(entry => /^[a-zA-Z0-9_-]{1,15}$/.test(entry)
      || (/^\/\S+\/$/.test(entry) && re2Problem(entry.slice(1, -1)) === undefined)),
  },
  'regexp': { allowed: () => 'a regular expression of Go (RE2)', fits: (value: string) => re2Problem(value) === undefined },
  'cidr-list': listOf('ranges of addresses', isRange),
  'port-list': listOf('ports, such as tcp:22 or udp:10.0.0.0/8:53', isPort),
  'portrange': { allowed: () => 'a port, or two such as 32768:60999', fits: isPortRange },
  'portrange-list': {
    allowed: () => 'ports and ranges such as 30000:32767, separated by commas',
    fits: (value: string) => value.split(',').every(isPortRange),
  },
  'mark-bitmask': {
    allowed: () => 'a number of 32 bits of which at least two are set, such as 0xffff0000',
    fits: (value: string) => isNumber(value) && Number(value) >= 0 && Number(value) < 2 ** 32
      && Number(value).toString(2).replace(/0/g, '').length >= 2,
  },
  'route-table-range': {
    allowed: () => 'two numbers from 1 to 250, such as 1-250', fits: (value: string) => isTableRange(value, 250),
  },
  'route-table-ranges': {
    allowed: () => 'ranges of numbers such as 1-250, separated by commas',
    fits: (value: string) => value.split(/[, ]+/).every(range => isTableRange(range, 2 ** 32 - 1)),
  },
  'keyvaluelist': matching(
    'names with values, such as ChecksumOffloadBroken=true, separated by commas', /^ *\w+ *=[^,=]*(, *\w+ *=[^,=]*)*,?$/,
  ),
  'keydurationlist': matching('names with durations, such as InternalDataplaneMainLoop=30s, separated by commas',
    /^ *\w+ *= *(\d+(\.\d+)?(ns|us|ms|s|m|h))+ *(, *\w+ *= *(\d+(\.\d+)?(ns|us|ms|s|m|h))+ *)*$/),
  'log-rate': matching('a rate such as 100/minute', /^([1-9]\d{0,3}\/(?:second|minute|hour|day))?$/),
  'region': matching('a DNS label of at most 46 characters', /^[a-z0-9]([-a-z0-9]{0,44}[a-z0-9])?$/),
  'endpoint-list': listOf('addresses such as https://host:2379', entry => /^https?:\/\/[^/?#@\s]+\/?$/.test(entry)),
  'dscp': matching('a number from 0 to 63, or a name such as EF', /^([0-9]|[1-5][0-9]|6[0-3]|cs[0-7]|af[1-4][1-3]|ef|va|df|le)$/i),
  'file': matching('a path', /^[^\r\n]+$/),
  'string': matching('one line of text', /^[^\r\n]*$/),
}));

/**
 * What Felix takes, in words, where it does not take a value for a parameter of a type; nothing where it does. Felix reads an empty value
 * as none at all, and `none` as zero.
 */
export function refusedValue(value: string, type: string, isNonZero: boolean): string | undefined {
  const [, name, arguments_ = ''] = /^([*\w-]+)(?:\((.*)\))?$/.exec(type)!;
  const { allowed, fits } = KINDS.get(name)!;
  if (value.trim() === '') {return allowed(arguments_);}
  if (value.toLowerCase() === 'none') {return isNonZero ? `${allowed(arguments_)}, and not none` : undefined;}
  return fits(value, arguments_) ? undefined : allowed(arguments_);
}

/** A whole number as Go reads it: 0x80 too. */
function isNumber(value: string): boolean {
  return /^[+-]?(0|[1-9]\d*|0x[0-9a-f]+)$/i.test(value) && Number.isSafeInteger(Number(value));
}

/** `0:65535`, or the least alone. */
function bounds(range: string): { readonly least: number; readonly most: number } {
  const [least, most] = range.split(':');
  return { least: least === '' ? -Infinity : Number(least), most: most === undefined ? Infinity : Number(most) };
}

function inWords({ least, most }: ReturnType<typeof bounds>): string {
  if (least === -Infinity) {return 'a whole number';}
  return most === Infinity ? `a whole number, at least ${least}` : `a whole number from ${least} to ${most}`;
}

function isTableRange(value: string, largest: number): boolean {
  const [, least, most] = /^(\d+)-(\d+)$/.exec(value) ?? [];
  return least !== undefined && Number(least) >= 1 && Number(least) <= Number(most) && Number(most) <= largest;
}

function isPortRange(value: string): boolean {
  const [, least, most = least] = /^(\d+)(?::(\d+))?$/.exec(value) ?? [];
  return least !== undefined && Number(least) <= Number(most) && Number(most) <= 65535;
}

function isPort(value: string): boolean {
  const [, range, port] = /^(?:(?:tcp|udp):(?:(\[[^\]]+\]|[^:[\]]+):)?)?(\d+)$/i.exec(value) ?? [];
  return port !== undefined && Number(port) <= 65535 && (range === undefined || isRange(range.replace(/^\[|\]$/g, '')));
}

/** A range, or an address. */
function isRange(value: string): boolean {
  const [text, length, ...more] = value.split('/');
  const family = isIP(text);
  return family !== 0 && !text.includes('%') && more.length === 0
    && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 6 ? 128 : 32)));
}
