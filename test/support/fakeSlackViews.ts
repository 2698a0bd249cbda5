import type { FakeSlackState } from './fakeSlackApi.ts';
import { WORKSPACE } from './slackWorkspace.ts';

type Json = Readonly<Record<string, unknown>>;

/** What stands in fields: by their block, and in that by their name. */
export type FieldValues = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** Puts a view in the place of that id, and gives it as Slack does; `values` stood in its fields until now. */
export function keepView(id: string, view: Json, { views }: FakeSlackState, values: FieldValues = {}): Json {
  const state = { values: keptValues(view, values) };
  const kept = { ...view, id, team_id: WORKSPACE.team, root_view_id: id, hash: `h${views.size + 1}`, state };
  views.set(id, kept);
  return kept;
}

/** Fields of the same two names keep what stood in them. Source: docs.slack.dev, "views.update". */
function keptValues(view: Json, values: FieldValues): FieldValues {
  const inputs = ((view['blocks'] ?? []) as Json[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.flatMap(({ block_id, element }) => {
      const name = String((element as Json)['action_id']);
      const value = values[String(block_id)]?.[name];
      return value === undefined ? [] : [[String(block_id), { [name]: value }]];
    }),
  );
}
