import { luaText } from './lua-text';
import { PatternNode, PortablePattern } from '../../private/portable-pattern';

/**
 * What every pattern in Lua needs: matchers are made of what follows them, so that they can go back. Each takes a text and a position,
 * and gives the position behind the match.
 */
export const PATTERN_LIBRARY = `
local byte, sub = string.byte, string.sub
local function width(b) if b < 192 then return 1 elseif b < 224 then return 2 elseif b < 240 then return 3 end return 4 end
local function one(set, other) return function(s, i)
  local b = byte(s, i)
  if not b then return nil elseif b < 128 then return set[b] and i + 1 or nil end
  return other and i + width(b) or nil
end end
local function lit(t, k) local n = #t return function(s, i) if sub(s, i, i + n - 1) == t then return k(s, i + n) end end end
local function step(m, k) return function(s, i) local j = m(s, i) if j then return k(s, j) end end end
local function many(m, least, most, k) return function(s, i)
  local ends, n = {[0] = i}, 0
  while n < most do
    local j = m(s, ends[n])
    if not j then break end
    n = n + 1
    ends[n] = j
  end
  for c = n, least, -1 do local e = k(s, ends[c]) if e then return e end end
end end
local function few(m, least, most, k) return function(s, i)
  local n = 0
  while true do
    if n >= least then local e = k(s, i) if e then return e end end
    if n >= most then return nil end
    i = m(s, i)
    if not i then return nil end
    n = n + 1
  end
end end
local function loop(make, least, most, lazy, k) return function(s, i)
  local try
  local function more(n, at)
    if n >= most then return nil end
    return make(function(_, j) if j == at and n >= least then return nil end return try(n + 1, j) end)(s, at)
  end
  try = function(n, at)
    if n < least then return more(n, at) end
    if lazy then return k(s, at) or more(n, at) end
    return more(n, at) or k(s, at)
  end
  return try(0, i)
end end
local function either(...) local all = {...} return function(s, i) for c = 1, #all do local e = all[c](s, i) if e then return e end end end end
local function starts(k) return function(s, i) if i == 1 then return k(s, i) end end end
local function ends(k) return function(s, i) if i == #s + 1 then return k(s, i) end end end
local function isw(s, i)
  local b = byte(s, i)
  return b ~= nil and (b == 95 or b >= 48 and b <= 57 or b >= 65 and b <= 90 or b >= 97 and b <= 122)
end
local function word(k) return function(s, i) if (i > 1 and isw(s, i - 1)) ~= isw(s, i) then return k(s, i) end end end
local function done(_, i) return i end
`;

/** Whether a pattern is found anywhere in a text. */
export const FIND_LIBRARY = `
local function find(m, s)
  local i, n = 1, #s
  while i <= n do
    if m(s, i) then return true end
    i = i + width(byte(s, i))
  end
  return m(s, n + 1) ~= nil
end
`;

/** A text with every match replaced. */
export const REPLACE_LIBRARY = `
local function replace(m, first, s, by)
  local out, from, i, n = nil, 1, 1, #s
  while i <= n do
    local e = (not first or first[byte(s, i)]) and m(s, i)
    if e and e > i then
      out = (out or '') .. sub(s, from, i - 1) .. by
      from, i = e, e
    else
      i = i + width(byte(s, i))
    end
  end
  return out and out .. sub(s, from) or s
end
`;

/** A pattern as an expression of Lua. */
export function luaPattern({ node, ignoreCase }: PortablePattern): string {
  return matcher(ignoreCase ? inBothCases(node) : node, 'done');
}

function matcher(node: PatternNode, next: string): string {
  switch (node.is) {
    case 'text': return `lit(${luaText(node.text)}, ${next})`;
    case 'any':
    case 'set': return `step(${stepOf(node)}, ${next})`;
    case 'start': return `starts(${next})`;
    case 'end': return `ends(${next})`;
    case 'word': return `word(${next})`;
    case 'sequence': return node.nodes.reduceRight((behind, each) => matcher(each, behind), next);
    case 'choice': return `(function(k) return either(${node.nodes.map(each => matcher(each, 'k')).join(', ')}) end)(${next})`;
    case 'group': return matcher(node.node, next);
    case 'repeat': return repeated(node, next);
  }
}

function repeated({ node, least, most, lazy }: PatternNode & { readonly is: 'repeat' }, next: string): string {
  const bounds = `${least}, ${most === Infinity ? 'math.huge' : most}`;
  const plain = ungrouped(node);
  if (plain.is === 'set' || plain.is === 'any') {return `${lazy ? 'few' : 'many'}(${stepOf(plain)}, ${bounds}, ${next})`;}
  return `loop(function(k) return ${matcher(node, 'k')} end, ${bounds}, ${lazy}, ${next})`;
}

function ungrouped(node: PatternNode): PatternNode {
  return node.is === 'group' ? ungrouped(node.node) : node;
}

function stepOf(node: PatternNode & { readonly is: 'any' | 'set' }): string {
  const codes = asciiOf(node);
  return `one({${codes.map(code => `[${code}]=true`).join(',')}}, ${node.is === 'any' || node.negated})`;
}

function asciiOf(node: PatternNode & { readonly is: 'any' | 'set' }): number[] {
  return Array.from({ length: 128 }, (_, code) => code).filter(code => node.is === 'any' ? code !== 10
    : node.ranges.some(([from, to]) => from <= code && code <= to) !== node.negated);
}

/** Each letter as a set of both of its cases. */
function inBothCases(node: PatternNode): PatternNode {
  switch (node.is) {
    case 'text': return /[A-Za-z]/.test(node.text)
      ? { is: 'set', negated: false, ranges: bothCases([[node.text.charCodeAt(0), node.text.charCodeAt(0)]]) } : node;
    case 'set': return { ...node, ranges: bothCases(node.ranges) };
    case 'sequence':
    case 'choice': return { ...node, nodes: node.nodes.map(inBothCases) };
    case 'group':
    case 'repeat': return { ...node, node: inBothCases(node.node) };
    default: return node;
  }
}

function bothCases(ranges: ReadonlyArray<readonly [number, number]>): Array<readonly [number, number]> {
  const codes = Array.from({ length: 128 }, (_, code) => code).filter(code => ranges.some(([from, to]) => from <= code && code <= to));
  const letters = codes.flatMap(code => [code, ...code >= 65 && code <= 90 ? [code + 32] : code >= 97 && code <= 122 ? [code - 32] : []]);
  return [...new Set(letters)].sort((a, b) => a - b).map(code => [code, code] as const);
}

/** The bytes that a match can begin with, as a table of Lua; `nil` where that is not known. */
export function firstBytes({ node, ignoreCase }: PortablePattern): string {
  const codes = firstOf(ignoreCase ? inBothCases(node) : node);
  return codes === undefined ? 'nil' : `{${[...new Set(codes)].sort((a, b) => a - b).map(code => `[${code}]=true`).join(',')}}`;
}

function firstOf(node: PatternNode): number[] | undefined {
  switch (node.is) {
    case 'text': return [Buffer.from(node.text, 'utf8')[0]];
    case 'any': return undefined;
    case 'set': return node.negated ? undefined : asciiOf(node);
    case 'group': return firstOf(node.node);
    case 'repeat': return node.least === 0 ? undefined : firstOf(node.node);
    case 'choice': return joined(node.nodes.map(firstOf));
    case 'sequence': {
      const begin = node.nodes.find(each => each.is !== 'start' && each.is !== 'word');
      return begin === undefined ? undefined : firstOf(begin);
    }
    default: return undefined;
  }
}

function joined(all: Array<number[] | undefined>): number[] | undefined {
  return all.includes(undefined) ? undefined : all.flatMap(each => each!);
}
