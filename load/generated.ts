// Generated from the contracts by `npm run docs`. Edit those.

export const paths = {
  "register": "/api/auth/register",
  "login": "/api/auth/login",
  "refresh": "/api/auth/refresh",
  "me": "/api/auth/me",
  "logout": "/api/auth/logout",
  "webLogout": "/auth/logout",
  "documents": "/api/documents",
  "documentStream": "/api/documents/{id}/chat/stream",
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

export const refreshCookie = "refresh_token" as const;

export const targets = {
  "chat/connects": {
    "figure": "connects that succeed",
    "sentence": "More than 95 % of the sockets with a valid credential get the first authenticated message.",
    "sources": [
      "report 4"
    ],
    "before": "about 20 %",
    "measure": "share",
    "bound": {
      "above": 0.95
    },
    "leastSamples": 20
  },
  "chat/auth-failures": {
    "figure": "authentication failures",
    "sentence": "Fewer than 5 % of the sockets with a valid credential that get an answer are refused.",
    "sources": [
      "report 4"
    ],
    "before": "about 60 %",
    "measure": "share",
    "bound": {
      "below": 0.05
    },
    "leastSamples": 20
  },
  "chat/abnormal-closes": {
    "figure": "abnormal closes",
    "sentence": "No session ends without a close code, with 1006, or with one that the chat does not announce for it.",
    "sources": [
      "report 4"
    ],
    "before": "about 80 %",
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "chat/session-length": {
    "figure": "mean session",
    "sentence": "A session lasts longer than 10 minutes on average, those that are still open counted as long as they were.",
    "sources": [
      "report 4"
    ],
    "before": "< 120 s",
    "measure": "seconds",
    "bound": {
      "above": 600
    },
    "leastSamples": 20
  },
  "chat/round-trip": {
    "figure": "message to first delta, p99",
    "sentence": "Of 100 messages 99 get their first delta within 50 ms of when they were due to be sent, with a model that does not delay.",
    "sources": [
      "report 4",
      "DESIGN"
    ],
    "measure": "milliseconds",
    "bound": {
      "below": 50
    },
    "leastSamples": 100
  },
  "chat/unanswered": {
    "figure": "messages without an answer",
    "sentence": "Every message to an open chat gets its answer before the run ends.",
    "sources": [
      "DESIGN"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "chat/falls-short": {
    "figure": "sessions that fall short",
    "sentence": "Every session of a soak crosses refreshes of its login session, the expiry of the token that opened it, a reload of the edge, and a silence longer than the edge’s idle timeout.",
    "sources": [
      "report 4",
      "DESIGN"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "chat/stays-away": {
    "figure": "clients that stay away",
    "sentence": "Whoever lost the session when the chat or the edge was restarted is back before the run ends.",
    "sources": [
      "DESIGN",
      "W-10"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "session/auth-failures": {
    "figure": "authentication failures",
    "sentence": "Fewer than 5 % of the logins, and of the requests with a fresh token, are refused.",
    "sources": [
      "report 4"
    ],
    "before": "about 60 %",
    "measure": "share",
    "bound": {
      "below": 0.05
    },
    "leastSamples": 20
  },
  "session/failed-refreshes": {
    "figure": "refreshes that fail",
    "sentence": "Every refresh of a login session is granted while its chat is open.",
    "sources": [
      "report 3",
      "report 4"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "session/lives-on": {
    "figure": "tokens alive after logout",
    "sentence": "No token is accepted after a logout that said \"complete\".",
    "sources": [
      "report 3",
      "DESIGN"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "session/broken-journeys": {
    "figure": "journeys that break",
    "sentence": "Login, a request and logout are all answered, each with its documented status.",
    "sources": [
      "report 1",
      "report 3"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  },
  "stream/broken": {
    "figure": "streams that break",
    "sentence": "Every stream is answered 200 as an event stream and holds all its deltas in order, then `done`.",
    "sources": [
      "report 2",
      "DESIGN"
    ],
    "measure": "share",
    "bound": {
      "atMost": 0
    },
    "leastSamples": 20
  }
} as const;

export const profiles = {
  "smoke": {
    "what": "Whether it works at all, in 40 seconds of scaled time.",
    "sockets": 50,
    "users": 10,
    "duration": 40,
    "ramp": 1,
    "rate": 20,
    "tokens": 4,
    "journeys": 4,
    "course": [
      1
    ],
    "timing": "fast",
    "direct": false
  },
  "average": {
    "what": "An ordinary day: 1,000 chats and 500 messages a second.",
    "sockets": 1000,
    "users": 1000,
    "duration": 150,
    "ramp": 20,
    "rate": 500,
    "tokens": 4,
    "journeys": 20,
    "course": [
      1
    ],
    "timing": "production",
    "direct": true
  },
  "stress": {
    "what": "More with every minute, to where it bends.",
    "sockets": 1800,
    "users": 600,
    "duration": 300,
    "ramp": 30,
    "rate": 1500,
    "tokens": 4,
    "journeys": 60,
    "course": [
      0.2,
      0.4,
      0.6,
      0.8,
      1
    ],
    "timing": "production",
    "direct": true
  },
  "spike": {
    "what": "Quiet, then everybody at once, then quiet.",
    "sockets": 1000,
    "users": 500,
    "duration": 150,
    "ramp": 2,
    "rate": 1000,
    "tokens": 4,
    "journeys": 40,
    "course": [
      0.1,
      0.1,
      1,
      0.1,
      0.1
    ],
    "timing": "production",
    "direct": true
  },
  "soak": {
    "what": "Sessions of 15 minutes in real time, each across refreshes, an edge reload and a long silence.",
    "sockets": 240,
    "users": 60,
    "duration": 900,
    "ramp": 10,
    "rate": 110,
    "tokens": 4,
    "journeys": 2,
    "course": [
      1,
      0.1,
      0,
      0.1
    ],
    "timing": "production",
    "direct": true,
    "settings": {
      "JWT_EXPIRES_IN": "300"
    },
    "crosses": {
      "refreshEvery": 240,
      "refreshes": 2,
      "halfWay": "reload-edge"
    },
    "flatMemory": true
  },
  "scale": {
    "what": "20,000 chats of as many users, each with a message every 30 seconds, held 10 minutes; several k6 processes.",
    "sockets": 20000,
    "users": 20000,
    "duration": 840,
    "ramp": 180,
    "rate": 667,
    "tokens": 1,
    "journeys": 40,
    "course": [
      1
    ],
    "timing": "production",
    "direct": true,
    "settings": {
      "WS_HEARTBEAT_MS": "45000"
    }
  }
} as const;

export const legacy = {
  "clients": {
    "transports": {
      "query": 1,
      "subprotocol": 2,
      "authorization": 1,
      "x-auth-token": 1
    },
    "formats": {
      "unified": 2,
      "oauth": 1,
      "legacy": 1
    },
    "activity": {
      "idle": 1,
      "busy": 1
    }
  },
  "comesBack": {
    "afterRefusal": true
  },
  "busyEvery": 30
} as const;

export const lifetimes = {
  "accessToken": 1800,
  "ticket": 600,
  "edgeIdle": 60
} as const;

export const testPassword = "hfp_" as const;
