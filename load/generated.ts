// Generated from the contracts by `npm run docs`. Edit those.

export const paths = {
  "register": "/api/auth/register",
  "chatSocket": "/api/v1/chat/ws",
  "chatTickets": "/api/v1/chat/tickets"
} as const;

export const closes = {
  "invalidToken": {
    "code": 1008,
    "reason": "Invalid token"
  },
  "sessionEnded": {
    "code": 1008,
    "reason": "Session ended"
  },
  "originNotAllowed": {
    "code": 1008,
    "reason": "Origin not allowed"
  },
  "drain": {
    "code": 1012,
    "reason": "Service restart"
  },
  "storeUnavailable": {
    "code": 1013,
    "reason": "Try again later"
  },
  "tooLarge": {
    "code": 1009,
    "reason": ""
  }
} as const;

export const targets = {
  "chat/connects": {
    "sentence": "More than 95 % of the sockets with a valid credential get the first authenticated message.",
    "sources": [
      "report 4"
    ],
    "measure": "share",
    "bound": {
      "above": 0.95
    },
    "leastSamples": 20
  },
  "chat/auth-failures": {
    "sentence": "Fewer than 5 % of the sockets with a valid credential that get an answer are refused.",
    "sources": [
      "report 4"
    ],
    "measure": "share",
    "bound": {
      "below": 0.05
    },
    "leastSamples": 20
  },
  "chat/abnormal-closes": {
    "sentence": "No session ends without a close code, with 1006, or with one that the chat does not announce for it.",
    "sources": [
      "report 4"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "chat/session-length": {
    "sentence": "A session lasts longer than 10 minutes on average, those that are still open counted as long as they were.",
    "sources": [
      "report 4"
    ],
    "measure": "seconds",
    "bound": {
      "above": 600
    },
    "leastSamples": 20
  }
} as const;

export const lifetimes = {
  "accessToken": 1800,
  "ticket": 600
} as const;

export const testPassword = "hfp_" as const;
