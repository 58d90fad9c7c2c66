"""What a data team would write today instead of the fold: DuckDB, two threads.

    fold.py DATABASE TABLES    then, line by line on standard input:

    backtest TIER      account scores at every account-day that has an event: exponential half-life by window sums
    engaged TIER       the same, and who is engaged: every buyer at every such day, with the categories' caps
    asof DAY TIER      scores of all accounts on one day, with caps
    plain DAY FILE     the same without caps, daily limits and points taken away, account by account into a file

Each answers with its seconds and two numbers to look at. SQL has no cheap way to say caps inside a window, daily
limits, hysteresis, echoes or exits between events: all of these are left out, to the advantage of SQL. Accounts whose
tier is worse than TIER are left out before anything else. Tables are read from TABLES/*.csv once and kept in DATABASE,
engagements sorted by account and day, as ours are.
"""

import sys
import time
from pathlib import Path

import duckdb

# Day 365 stands for the present inside the window sums, so that no power of two leaves the range of a double.
MIDDLE = 365


def load(connection, tables):
    connection.execute(
        f"""
        create table sig as select * from read_csv('{tables}/signals.csv');
        create table cat as select * from read_csv('{tables}/categories.csv');
        create table ac as select account::int account, fit::double fit, tier::tinyint tier
          from read_csv('{tables}/accounts.csv');
        create table co as select account::int account, contact::int contact, role::tinyint "role",
          weight::double weight from read_csv('{tables}/buyers.csv');
        create table ev as select account::int account, contact::int contact, kind::tinyint kind,
          day::smallint "day" from read_csv('{tables}/engagements.csv') order by account, "day";
        """
    )


def backtest(categories, tier, **_):
    """One window over each account's days, all categories side by side."""
    sums = ", ".join(
        f"sum(case when cat = {c} then p * pow(2, (\"day\"::int - {MIDDLE}) / {hl}) end) a{c}" for c, hl, _ in categories
    )
    score = " + ".join(
        f"coalesce(sum(a{c}) over w, 0) * pow(2, -(\"day\"::int - {MIDDLE}) / {hl})" for c, hl, _ in categories
    )
    return f"""
        with e as (select account, "day", cat, pts * weight p
                   from ev join sig using (kind) join co using (account, contact) join ac using (account)
                   where tier <= {tier}),
             d as (select account, "day", {sums} from e group by all),
             s as (select account, "day", {score} score from d
                   window w as (partition by account order by "day" rows unbounded preceding))
        select count(*), sum(score) from s"""


def engaged(tier, engaged_at, **_):
    """Every buyer's categories from one of its days to the next, met with every day of its account."""
    return f"""
        with e as (select account, contact, "day", cat, hl, cap, sum(pts) p
                   from ev join sig using (kind) join cat using (cat) join ac using (account)
                   where tier <= {tier} group by all),
             ad as (select distinct account, "day" from e),
             cs as (select account, contact, cat, hl, cap, "day",
                           sum(p * pow(2, ("day"::int - {MIDDLE}) / hl::double)) over w u,
                           lead("day", 1, 10000) over w nxt
                    from e window w as (partition by account, contact, cat, hl, cap order by "day")),
             g as (select ad.account, ad."day", cs.contact,
                          sum(least(u * pow(2, -(ad."day"::int - {MIDDLE}) / hl::double), cap)) s
                   from ad join cs on ad.account = cs.account and ad."day" >= cs."day" and ad."day" < cs.nxt
                   group by all),
             t as (select g.account, g."day", sum(s * weight) score, count(*) filter (s >= {engaged_at}) engaged,
                          bool_or("role" = 0 and s >= {engaged_at}) decision_maker
                   from g join co using (account, contact) group by all)
        select count(*), sum(engaged) from t"""


def asof(day, tier, engaged_at, **_):
    return f"""
        with cs as (select account, contact, cat, hl, cap, sum(pts * pow(2, -({day} - "day"::int) / hl::double)) s
                    from ev join sig using (kind) join cat using (cat) join ac using (account)
                    where tier <= {tier} and "day" <= {day} group by all),
             cc as (select account, contact, sum(least(s, cap)) s from cs group by all),
             t as (select account, sum(s * weight) score, count(*) filter (s >= {engaged_at}) engaged,
                          bool_or("role" = 0 and s >= {engaged_at}) decision_maker
                   from cc join co using (account, contact) group by account)
        select count(*), sum(score) from t"""


def plain(day, file, **_):
    return f"""
        copy (with cs as (select account, contact, sum(pts * pow(2, -({day} - "day"::int) / hl::double)) s
                          from ev join sig using (kind) join cat using (cat)
                          where "day" <= {day} and pts > 0 group by all)
              select ac.account, fit + coalesce(score, 0) score
              from ac left join (select account, sum(s * weight) score from cs join co using (account, contact)
                                 group by account) using (account)
              order by ac.account) to '{file}' (header false)"""


def main():
    database, tables = sys.argv[1], Path(sys.argv[2])
    connection = duckdb.connect(database)
    connection.execute(f"set threads = 2; set temp_directory = '{database}.spill'")
    names = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
    if "ev" not in names:
        for name in names:
            connection.execute(f"drop table {name}")
        connection.execute("begin")
        load(connection, tables)
        connection.execute("commit")
    categories = connection.execute("select cat, hl, cap from cat order by cat").fetchall()
    engaged_at = float((tables / "engaged_at").read_text())
    for line in sys.stdin:
        name, *arguments = line.split()
        values = {"categories": categories, "engaged_at": engaged_at}
        query = {
            "backtest": lambda: backtest(tier=arguments[0], **values),
            "engaged": lambda: engaged(tier=arguments[0], **values),
            "asof": lambda: asof(day=arguments[0], tier=arguments[1], **values),
            "plain": lambda: plain(day=arguments[0], file=arguments[1], **values),
        }[name]()
        start = time.perf_counter()
        rows = connection.execute(query).fetchall()
        seconds = time.perf_counter() - start
        print(seconds, *(rows[0] if len(rows[0]) > 1 else (rows[0][0], 0)), flush=True)


main()
