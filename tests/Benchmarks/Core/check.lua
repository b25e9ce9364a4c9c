-- Loaded by wrk, once a thread. Looks at every answer, not at samples: a thousand redirects to a login page in a million answers would
-- pass for speed. What it costs per answer (a few microseconds of wrk's own thread) is the same on both arms of a ratio, which it pulls
-- towards 1 a little and never over it.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local content = file:read("*a")
  file:close()
  return content
end

local requests, turn = {}, 0
local status, marker, bodies = 200, nil, {}

function init(args)
  wrong, second, first = 0, 0, ""
  local at = 1
  while args[at] do
    local name, value = args[at], args[at + 1]
    if name == "status" then status = tonumber(value)
    elseif name == "marker" then marker = read(value)
    elseif name == "body" then bodies[read(value)] = #bodies + 1; table.insert(bodies, value)
    elseif name == "cookies" then
      for cookie in string.gmatch(read(value), "[^\n]+") do
        local headers = {}
        for key, existing in pairs(wrk.headers) do headers[key] = existing end
        headers["Cookie"] = cookie
        table.insert(requests, wrk.format(nil, nil, headers))
      end
    elseif name == "paths" then
      for path in string.gmatch(read(value), "[^\n]+") do table.insert(requests, wrk.format(nil, path)) end
    end
    at = at + 2
  end
  if #requests == 0 then requests[1] = wrk.format() end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function response(code, headers, body)
  -- Lua keeps one copy of equal strings, so that comparing a body byte for byte is looking it up.
  local which = bodies[body]
  if which == 2 then second = second + 1 end
  if code == status and (which or (marker and string.find(body, marker, 1, true))) then return end
  wrong = wrong + 1
  if first == "" then first = string.format("status %d, %d bytes: %s", code, #body, string.sub(body, 1, 120):gsub("%c", " ")) end
end

function done(summary, latency)
  local wrong, second, first = 0, 0, ""
  for _, thread in ipairs(threads) do
    wrong = wrong + thread:get("wrong")
    second = second + thread:get("second")
    if first == "" then first = thread:get("first") end
  end
  local errors = summary.errors
  print(string.format("bench requests=%d microseconds=%d p50=%d p99=%d broken=%d wrong=%d second=%d",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.timeout, wrong, second))
  if first ~= "" then print("bench-first " .. first) end
end
