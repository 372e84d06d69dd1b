import type { Format } from './format';
import { addressBits, isAddress } from '../address';
import { isDnsSubdomain, isEnvName, isName, isQualifiedName, NameKind } from '../names';
import { isItemPath, ITEM_PATHS } from '../paths';
import { isWindowsUser } from '../user-id';

/** A format of texts. The empty text is no text: `filled` looks for that. */
function text(code: Format['code'], allowed: string, takes: (value: string, minor: number) => boolean): Format {
  return { code, allowed, takes: (value, minor) => value === '' || takes(String(value), minor) };
}

function named(name: NameKind): Format {
  return {
    code: name.startsWith('label') ? 'invalid-label' : 'invalid-name', allowed: '', name,
    takes: value => value === '' || isName(String(value), name),
  };
}

/** The first minor whose environment variables may have any printable name. */
const ANY_ENV_NAME = 32;

/** The first minor with search domains that have underscores, and `.` alone. */
const ANY_SEARCH = 33;

/** The first minor that refuses addresses that programs read in two ways. */
const STRICT_ADDRESSES = 36;

/** Formats of texts by their names in format-table.ts. */
export const TEXT_FORMATS: { readonly [name: string]: Format } = {
  'dns-label': named('dns-label'),
  'dns-subdomain': named('dns-subdomain'),
  'label-key': named('label-key'),
  'label-value': named('label-value'),
  'port-name': { ...named('port-name'), takes: value => isName(String(value), 'port-name') },
  'config-map-key': { ...named('config-map-key'), takes: value => isName(String(value), 'config-map-key') },
  'qualified-name': text('invalid-name', 'a name, optionally after a DNS subdomain and `/`', value =>
    isQualifiedName(value.toLowerCase())),
  'env-name': text('invalid-name', 'letters, digits, `_`, `-` and `.`, no digit first; from Kubernetes 1.32 on all printable ASCII '
    + 'characters but `=`',
  (value, minor) => (minor >= ANY_ENV_NAME ? isPrintable(value) : isEnvName(value))),
  'printable': text('invalid-name', 'printable ASCII characters but `=`', isPrintable),
  'finalizer': text('invalid-name', 'a DNS subdomain, `/` and a name', value => value.includes('/')
    || ['kubernetes', 'orphan', 'foregroundDeletion'].includes(value)),
  'driver-name': text('invalid-name', 'a DNS subdomain of at most 63 characters', value => value.length <= 63
    && isDnsSubdomain(value.toLowerCase())),
  'path-segment': text('invalid-name', 'no `.` or `..` alone, no `/` and no `%`', isPathSegment),
  'domain-path': text('invalid-name', 'a DNS subdomain, `/` and a path', isDomainPath),
  'http-header': { code: 'invalid-probe', allowed: 'letters, digits and `-`', takes: value => /^[-A-Za-z0-9]+$/.test(value) },
  'foreign-key': text('invalid-name', 'keys outside of kubernetes.io and k8s.io', value => !/\.(kubernetes|k8s)\.io$/.test(
    `.${value.split('/')[0].toLowerCase()}`,
  )),
  'ip': text('invalid-field', 'an IPv4 or IPv6 address', isIp),
  'external-ip': text('invalid-field', 'an address of other hosts', value => !isSpecial(value)),
  'cidr': text('invalid-field', 'a network such as 10.0.0.0/8 or 2001:db8::/32', isCidr),
  'base64': text('invalid-field', 'base64', value => isBase64(value)),
  'relative': text('invalid-path', 'a relative path without `..`', value => !value.startsWith('/') && !hasBacksteps(value)),
  'item-path': text('invalid-path', ITEM_PATHS, isItemPath),
  'no-backsteps': text('invalid-path', 'a path without `..`', value => !hasBacksteps(value)),
  'absolute': text('invalid-path', 'a path that begins with `/`', value => value.startsWith('/')),
  'search-domain': {
    code: 'invalid-dns', allowed: 'a DNS name, at will with a `.` at its end',
    takes: (value, minor) => isSearchDomain(String(value), minor),
  },
  'sysctl': text('invalid-field', 'the name of a kernel parameter, such as net.core.somaxconn', value => value.length <= 253
    && SYSCTL.test(value)),
  'windows-user': text('invalid-user', 'USER or DOMAIN\\USER, as Windows names accounts', isWindowsUser),
  'iqn': text('invalid-field', 'a name that begins with iqn., eui. or naa.', value => ISCSI.some(pattern => pattern.test(value))),
  'host-ports': text('invalid-field', 'pairs of host and port, with commas', value =>
    value.split(',').every(pair => /^(\[[^[\]]*\]|[^:[\]]*):[^:]*$/.test(pair))),
};

const SYSCTL = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

const ISCSI: readonly RegExp[] = [
  /^iqn\.\d{4}-\d{2}\.([a-z0-9]+\.)*[a-z0-9-]*(:\S*)?$/i, /^eui\.[0-9a-f]{16}$/i, /^naa\.[0-9a-f]{16,32}$/i,
];

function isPrintable(value: string): boolean {
  return /^[ -<>-~]*$/.test(value);
}

/** Whether a name can be a part of a path of the API. */
export function isPathSegment(value: string): boolean {
  return value !== '.' && value !== '..' && !/[/%]/.test(value);
}

function isDomainPath(value: string): boolean {
  const slash = value.indexOf('/');
  return slash > 0 && isDnsSubdomain(value.slice(0, slash)) && /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(value.slice(slash + 1));
}

/** Older servers ignore zeros in front of the parts of IPv4 addresses. */
function isIp(value: string, minor: number): boolean {
  if (minor >= STRICT_ADDRESSES) {return isAddress(value) && !/^::ffff:[\d.]+$|^(0*:)*:?ffff:[0-9a-f]{1,4}:[0-9a-f]{1,4}$/i.test(value);}
  return isAddress(value) || isAddress(value.replace(/(^|\.)0+(?=\d)/g, '$1'));
}

function isCidr(value: string, minor: number): boolean {
  const [address, bits, ...more] = value.split('/');
  if (more.length > 0 || bits === undefined || !isIp(address, minor) || !/^\d+$/.test(bits)) {return false;}
  const size = address.includes(':') ? 128 : 32;
  if (Number(bits) > size) {return false;}
  return minor < STRICT_ADDRESSES || String(Number(bits)) === bits && !addressBits(address).slice(Number(bits)).includes('1');
}

/** Addresses of nobody, of the node itself, of its network and of groups. */
function isSpecial(value: string): boolean {
  return /^(0\.0\.0\.0$|127\.|169\.254\.|224\.0\.0\.)/.test(value) || /^(::1?$|fe[89ab][0-9a-f]:|ff[0-9a-f]2:)/i.test(value);
}

/** As Go reads it: line breaks are passed over, padding is not. */
function isBase64(value: string): boolean {
  const plain = value.replace(/[\r\n]/g, '');
  return plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain);
}

function hasBacksteps(value: string): boolean {
  return value.includes('..') && value.split('/').includes('..');
}

/** A dot at the end, which stands for the root, is not a part of the name. */
function isSearchDomain(value: string, minor: number): boolean {
  const name = value.endsWith('.') ? value.slice(0, -1) : value;
  if (minor < ANY_SEARCH) {return isDnsSubdomain(name);}
  return value === '.' || name.length <= 253 && /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/.test(name);
}
