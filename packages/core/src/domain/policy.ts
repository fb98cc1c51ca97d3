import type { PolicySettings } from "./municipality.ts";

/** {@link PolicySettings} with every knob set. */
export type Policy = Required<PolicySettings>;

/** What holds where the town says nothing: the handbook's two hours, the design's ten minutes. */
export const DEFAULT_POLICY: Policy = {
  lead_minutes: 0,
  horizon_days: 60,
  hold_minutes: 10,
  confirm_minutes: 120,
  max_live_per_office: 1,
  max_live: 3,
  max_unconfirmed: 2,
  max_held: 1,
  challenge_unconfirmed: 20,
  max_resends: 3,
  waiting_minutes: 20,
  reoffer_minutes: 48 * 60,
  waiting_offers: 3,
  retention_days: 180,
  reminder_minutes: [24 * 60, 2 * 60],
  room_early_minutes: 10,
  room_staff_early_minutes: 30,
  room_late_minutes: 30,
};

/** Fills in what the town left out; an office's own settings win over the town's. */
export function resolvePolicy(town?: PolicySettings, office?: PolicySettings): Policy {
  return { ...DEFAULT_POLICY, ...town, ...office };
}
