import { z } from 'zod';

// zod compiles schemas where it may; the page's policy forbids it, and the mere attempt is reported as a violation.
z.config({ jitless: true });
