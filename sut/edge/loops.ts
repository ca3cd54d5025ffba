/** Name of the edge in the Via field of RFC 9110 7.6.3. */
const pseudonym = 'holdfast-edge';

/** The Via field that goes upstream, and whether a request has been here before. */
export const viaMaps = `  map $server_protocol $received_protocol { default 1.1; "~^HTTP/(?<received>[0-9.]+)$" $received; }
  map $http_via $via { default "$http_via, $received_protocol ${pseudonym}"; '' "$received_protocol ${pseudonym}"; }
  map $http_via $came_back { default ''; "~${pseudonym}" 1; }
`;

/** Ends a loop where it closes, instead of when something runs out. */
export const refuseLoops = `    if ($came_back) { return 508; }\n`;
