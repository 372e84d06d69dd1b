/**
 * A program that gives each record a text, for protocols that send a text alone: its line, the text of an entry of the journal, or, of a
 * line that was read as JSON, its fields as JSON again.
 */
export const LUA_MESSAGE = `local short = { ['"'] = '\\\\"', ['\\\\'] = '\\\\\\\\', ['\\n'] = '\\\\n', ['\\r'] = '\\\\r', ['\\t'] = '\\\\t' }
local function quoted(s)
  return '"' .. (s:gsub('[%c"\\\\]', function(c) return short[c] or string.format('\\\\u%04x', c:byte()) end)) .. '"'
end
local function json(v)
  if type(v) == 'string' then return quoted(v) end
  if type(v) == 'number' and v % 1 == 0 and v > -1e15 and v < 1e15 then return string.format('%d', v) end
  if type(v) ~= 'table' then return v == flb_null and 'null' or tostring(v) end
  local parts, meta = {}, getmetatable(v)
  if #v > 0 or meta and meta.type == 1 then
    for i, each in ipairs(v) do parts[i] = json(each) end
    return '[' .. table.concat(parts, ',') .. ']'
  end
  local keys = {}
  for key in pairs(v) do keys[#keys + 1] = tostring(key) end
  table.sort(keys)
  for i, key in ipairs(keys) do parts[i] = quoted(key) .. ':' .. json(v[key]) end
  return '{' .. table.concat(parts, ',') .. '}'
end
function message(_, time, r)
  if type(r.log) == 'string' then return 0, 0, {} end
  if type(r.MESSAGE) == 'string' then return 2, time, { log = r.MESSAGE } end
  r.kubernetes, r.stream = nil, nil
  return 2, time, { log = json(r) }
end`;
