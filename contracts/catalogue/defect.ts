import type { EdgeProfile } from './edge-profiles.ts';
import type { AssertionId, RequirementId } from './requirements.ts';

/** What must catch a defect: the assertion, and a pattern for the value it observes. */
export type Claim = {
  [Id in RequirementId]: {
    readonly requirement: Id;
    readonly assertion: AssertionId<Id>;
    /** Source of a regular expression that the observed value must match. */
    readonly observed: string;
    /** Source of a regular expression that a line of that service’s log must match, too. */
    readonly log?: { readonly service: 'edge' | 'web' | 'api' | 'chat'; readonly line: string };
  };
}[RequirementId];

/** Where a defect is planted. A defect may combine several seams. */
export type Seam =
  | { readonly service: 'api' | 'chat' | 'web' }
  | { readonly edgeProfile: Exclude<EdgeProfile, 'reference'> }
  /** A flag of the page: the web tier then serves the bundle that contains the page’s planters. */
  | { readonly client: true };

/** A switch that reproduces one real failure. */
export interface Defect {
  readonly sentence: string;
  readonly failure: string;
  readonly seams: readonly [Seam, ...Seam[]];
  readonly caughtBy: readonly [Claim, ...Claim[]];
  /** Why it may break more than a third of its area's requirements. At most `mostBroad` defects have it. */
  readonly breaksMuch?: string;
}

/** How many defects may break more than a third of an area; each is named by its `breaksMuch`. */
export const mostBroad = 5;
