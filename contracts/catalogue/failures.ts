/**
 * Failures of real systems that this catalogue answers for, by the id of the collection they come from. Each one is
 * reproduced by a defect, or excluded with its reason. H: headers and proxies, L: logout and refresh, A: sign-up and
 * login, J: tokens, C: CORS, D: stores, R: the page's storage, S: streams, W: WebSockets, X: chat applications.
 */
export const failureIds = [
  ...(['H-01', 'H-02', 'H-03', 'H-04', 'H-05', 'H-07', 'H-08', 'H-09', 'H-10', 'H-12', 'H-13'] as const),
  ...(['L-01', 'L-02', 'L-03', 'L-04', 'L-05', 'L-06', 'L-07', 'L-09', 'L-11', 'L-12', 'L-13'] as const),
  ...(['L-15', 'L-16', 'L-17', 'L-18', 'L-19', 'L-20', 'L-22'] as const),
  ...(['A-01', 'A-02', 'A-04', 'A-05', 'A-06', 'A-07', 'A-08'] as const),
  ...(['J-01', 'J-02', 'J-04', 'J-05', 'J-06', 'J-07', 'J-09', 'J-10'] as const),
  ...(['C-01', 'C-02', 'C-03', 'C-06'] as const),
  ...(['D-01', 'D-02', 'D-03', 'D-04', 'D-05', 'D-06', 'D-07', 'D-08', 'D-11'] as const),
  ...(['R-01', 'S-01', 'S-04', 'S-05', 'S-06', 'S-22'] as const),
  ...([
    'W-01',
    'W-02',
    'W-03',
    'W-04',
    'W-05',
    'W-06',
    'W-07',
    'W-08',
    'W-09',
    'W-10',
    'W-11',
    'W-13',
    'W-14',
    'W-15',
  ] as const),
  ...(['W-19', 'W-20'] as const),
  ...(['X-01', 'X-04', 'X-05'] as const),
] as const;
export type FailureId = (typeof failureIds)[number];
