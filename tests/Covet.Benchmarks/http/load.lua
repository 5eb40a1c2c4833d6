-- One script for every workload. Arguments after "--": mode, pipeline depth, then what the mode needs.
--   get DEPTH | post DEPTH BODY | bearer DEPTH TOKEN | routes DEPTH COUNT
local function repeated(request, depth)
  local all = {}
  for i = 1, depth do all[i] = request end
  return table.concat(all)
end

function init(args)
  local mode, depth = args[1], tonumber(args[2])
  if mode == "post" then
    wrk.method = "POST"
    wrk.body = args[3]
    wrk.headers["Content-Type"] = "application/json"
  elseif mode == "bearer" then
    wrk.headers["Authorization"] = "Bearer " .. args[3]
  end

  if mode == "routes" then
    -- A prime step visits every route once a cycle, in an order that no cache of the last routes can follow.
    local count, all, at = tonumber(args[3]), {}, 0
    for n = 0, count - 1 do
      all[n] = repeated(wrk.format(nil, "/group" .. math.floor(n / 50) .. "/resource" .. n .. "/" .. (n * 7 + 1)), depth)
    end
    request = function()
      at = (at + 611) % count
      return all[at]
    end
  elseif depth > 1 then
    local all = repeated(wrk.format(), depth)
    request = function() return all end
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "RESULT {\"requests\":%d,\"microseconds\":%d,\"p50\":%d,\"p99\":%d,\"p999\":%d,\"connect\":%d,\"read\":%d,\"write\":%d,\"status\":%d,\"timeout\":%d}\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
