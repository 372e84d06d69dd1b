import { firstBytes, luaPattern, PATTERN_LIBRARY, REPLACE_LIBRARY } from './lua-pattern';
import { luaText } from './lua-text';
import { PortablePattern } from '../../private/portable-pattern';

/** A program that replaces parts of texts. A record without any is kept byte for byte. */
export function luaRedacting(patterns: readonly PortablePattern[], replacement: string): string {
  return `${PATTERN_LIBRARY}${REPLACE_LIBRARY}
local by = ${luaText(replacement)}
local patterns = {
${patterns.map(pattern => `  {${luaPattern(pattern)}, ${firstBytes(pattern)}},`).join('\n')}
}
local changed
local function clean(v)
  if type(v) == 'table' then
    for key, each in pairs(v) do v[key] = clean(each) end
  elseif type(v) == 'string' then
    local before = v
    for c = 1, #patterns do v = replace(patterns[c][1], patterns[c][2], v, by) end
    changed = changed or v ~= before
  end
  return v
end
function redact(_, time, r)
  changed = false
  for key, each in pairs(r) do if key ~= 'kubernetes' then r[key] = clean(each) end end
  if changed then return 2, time, r end
  return 0, 0, {}
end`.trim();
}

/** A program that keeps one line of so many, whatever is in it. */
export function luaSampling(oneIn: number): string {
  return `local count = 0
function sample()
  count = count % ${oneIn} + 1
  if count == 1 then return 0, 0, {} end
  return -1, 0, {}
end`;
}

/** A program that leaves of two fields of one name the second one, which is what the record had before it was parsed. */
export const LUA_DISTINCT = 'function distinct(_, time, r) return 2, time, r end';
