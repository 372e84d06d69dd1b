import { FIND_LIBRARY, luaPattern, PATTERN_LIBRARY } from './lua-pattern';
import { luaList, luaText } from './lua-text';
import { Condition } from '../../private/condition';
import { LEVEL_FIELDS, LEVEL_TEXTS, LOG_LEVELS } from '../../private/log-levels';
import { LogSource } from '../../private/log-source';
import { pathOf } from '../text';

const VALUE_LIBRARY = `
local function get(v, path) for c = 1, #path do if type(v) ~= 'table' then return nil end v = v[path[c]] end if type(v) == 'userdata' then return nil end return v end
local function text(v)
  local t = type(v)
  if t == 'string' then return v elseif t == 'boolean' then return tostring(v) elseif t ~= 'number' then return nil end
  if v == math.floor(v) and math.abs(v) < 9007199254740992 then return string.format('%d', v) end
  return tostring(v)
end
`;

const LEVEL_LIBRARY = `
local ranks = {${Object.entries(LEVEL_TEXTS).map(([text, level]) => `[${luaText(text)}]=${LOG_LEVELS.indexOf(level)}`).join(',')}}
local function rank(r, paths) for c = 1, #paths do local t = text(get(r, paths[c])) if t then return ranks[string.lower(t)] end end return nil end
`;

/** A program that keeps the lines for which a condition holds. It changes none: what is kept is kept byte for byte. */
export function luaKeeping(condition: Condition): string {
  const patterns: string[] = [];
  const test = expression(condition, patterns);
  return [
    VALUE_LIBRARY,
    ...patterns.length > 0 ? [PATTERN_LIBRARY, FIND_LIBRARY] : [],
    ...test.includes('rank(') ? [LEVEL_LIBRARY] : [],
    ...patterns.map((pattern, index) => `local p${index} = ${pattern}\n`),
    `function keep(_, _, r) if ${test} then return 0, 0, {} end return -1, 0, {} end\n`,
  ].join('').trim();
}

function expression(condition: Condition, patterns: string[]): string {
  switch (condition.is) {
    case 'oneOf': return `(({${condition.texts.map(each => `[${luaText(each)}]=true`).join(',')}})[text(${value(condition.source)}) or `
      + '0] == true)';
    case 'matches': {
      patterns.push(luaPattern(condition.pattern));
      return `(function(t) return t ~= nil and find(p${patterns.length - 1}, t) end)(text(${value(condition.source)}))`;
    }
    case 'exists': return `(${value(condition.source)} ~= nil)`;
    case 'levelAtLeast': {
      const paths = condition.source === undefined ? LEVEL_FIELDS.map(field => luaList([field])) : [luaList(pathOf(condition.source))];
      return `((rank(r, {${paths.join(', ')}}) or ${LOG_LEVELS.length}) >= ${LOG_LEVELS.indexOf(condition.level)})`;
    }
    case 'not': return `(not ${expression(condition.condition, patterns)})`;
    case 'all':
    case 'any': return `(${condition.conditions.map(each => expression(each, patterns)).join(condition.is === 'all' ? ' and ' : ' or ')})`;
  }
}

function value(source: LogSource): string {
  return `get(r, ${luaList(pathOf(source))})`;
}
