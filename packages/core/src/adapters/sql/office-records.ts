import type { Municipality } from "../../domain/municipality.ts";
import type { Office } from "../../domain/office.ts";
import type {
  MunicipalityRecord,
  MunicipalityWrites,
  OfficeRecords,
  OfficeWrites,
  Revisions,
  StoredOffice,
} from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { type Sql, sql } from "./sql.ts";

/**
 * Reads definitions, each text once: an office is asked for with every hold, and changes once a month. What is given
 * out is shared and never written to.
 */
function definitions<Definition>(): (id: string, text: string) => Definition {
  const known = new Map<string, { readonly text: string; readonly definition: Definition }>();
  return (id, text) => {
    const before = known.get(id);
    if (before?.text === text) return before.definition;
    const definition = JSON.parse(text) as Definition;
    known.set(id, { text, definition });
    return definition;
  };
}

/** The one row of `municipality`. */
export function municipalityRecord(connection: Connection): MunicipalityRecord & MunicipalityWrites {
  const read = definitions<Municipality>();
  return {
    get: async () => {
      const [row] = await connection.all<{ definition: string; revision: number }>(
        sql`select definition, revision from municipality`,
      );
      return row ? { definition: read("", row.definition), revision: row.revision } : null;
    },
    fingerprint: async () => {
      const [row] = await connection.all<{ fingerprint: string }>(sql`select fingerprint from town_secret`);
      return row?.fingerprint ?? null;
    },
    setFingerprint: async (fingerprint) => {
      await connection.run(sql`
        insert into town_secret (id, fingerprint) values (1, ${fingerprint})
        on conflict (id) do update set fingerprint = excluded.fingerprint`);
    },
    set: async (municipality) => {
      const definition = JSON.stringify(municipality);
      await connection.run(sql`
        insert into municipality (id, definition, revision) values (1, ${definition}, 1)
        on conflict (id) do update set definition = excluded.definition, revision = municipality.revision + 1`);
    },
  };
}

interface OfficeRow {
  definition: string;
  position: number;
  revision: number;
  feed: number;
}

/** The rows of `offices`, and of `office_revisions`, which keeps every definition there ever was. */
export function officeRecords(connection: Connection): OfficeRecords & OfficeWrites {
  const read = definitions<Office>();
  const select = async (rest: Sql): Promise<StoredOffice[]> => {
    const rows = await connection.all<OfficeRow & { id: string }>(
      sql`select id, definition, position, revision, feed from offices ${rest}`,
    );
    return rows.map(({ id, definition, position, revision, feed }) => ({
      definition: read(id, definition),
      position,
      revision,
      feed,
    }));
  };
  const remember = (
    office: string,
    definition: string | null,
    { at, actor }: { at: number; actor: string },
  ) =>
    connection.run(sql`
      insert into office_revisions (office, revision, at, actor, definition)
      select ${office}, coalesce(max(revision), 0) + 1, ${at}, ${actor}, ${definition}
      from office_revisions where office = ${office}`);

  return {
    list: () => select(sql`order by position, id`),
    revisions: async (id) => {
      const [row] = await connection.all<Revisions>(sql`
        select offices.revision as office, municipality.revision as town
        from offices cross join municipality where offices.id = ${id}`);
      return row ?? null;
    },
    withDigest: () => select(sql`where definition like ${'%"digest":%'} order by position, id`),
    get: async (id) => (await select(sql`where id = ${id}`))[0] ?? null,

    history: async (id) => {
      const rows = await connection.all<{
        revision: number;
        at: number;
        actor: string;
        definition: string | null;
      }>(
        sql`select revision, at, actor, definition from office_revisions where office = ${id} order by revision`,
      );
      return rows.map((row) => ({
        ...row,
        office: id,
        definition: row.definition === null ? null : (JSON.parse(row.definition) as Office),
      }));
    },

    save: async (office, position, change) => {
      const definition = JSON.stringify(office);
      await remember(office.id, definition, change);
      await connection.run(sql`
        insert into offices (id, position, definition, revision, feed)
        select ${office.id}, ${position}, ${definition}, max(revision),
          case when max(revision) = 1 then 1 else ${edition(change.at)} end
        from office_revisions where office = ${office.id}
        on conflict (id) do update
        set position = excluded.position, definition = excluded.definition, revision = excluded.revision`);
    },

    place: async (id, position) => {
      await connection.run(sql`update offices set position = ${position} where id = ${id}`);
    },

    renewFeed: async (id, now) => {
      const [row] = await connection.all<{ feed: number }>(sql`
        update offices set feed = case when feed < ${edition(now)} then ${edition(now)} else feed + 1 end
        where id = ${id} returning feed`);
      return row?.feed ?? null;
    },

    remove: async (id, change) => {
      await remember(id, null, change);
      await connection.run(sql`delete from offices where id = ${id}`);
    },
  };
}

/**
 * Tens of seconds since 1970, which fit the column for a thousand years: an edition of the feed that there has not been, also for an office that was removed and comes
 * back.
 */
function edition(now: number): number {
  return Math.floor(now / 10_000);
}
