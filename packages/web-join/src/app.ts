import type { Core, Random } from "@ricevimenti/core";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { methodNotAllowed } from "hono/method-not-allowed";
import { routePath } from "hono/route";
import { serveAsset } from "./assets.ts";
import { challengesFor } from "./challenge.ts";
import { clientsOf } from "./client-address.ts";
import { limitedBody } from "./form-body.ts";
import { guardsOf } from "./guards.ts";
import { measuresOf } from "./measures.ts";
import type { WebOptions } from "./options.ts";
import { API, basePath, pathsFor, ROUTES } from "./paths.ts";
import { plainPage } from "./plain-page.ts";
import { rateLimits } from "./rate-limits.ts";
import { faultFields, faultStatus, RETRY_AFTER, requestLog } from "./request-log.ts";
import { isKept, reused } from "./reuse.ts";
import { viewAccessibility } from "./routes/accessibility/view.ts";
import { apiOf } from "./routes/api/api.ts";
import { submitApplicant } from "./routes/book/applicant/submit.ts";
import { viewApplicant } from "./routes/book/applicant/view.ts";
import { submitDetails } from "./routes/book/details/submit.ts";
import { viewDetails } from "./routes/book/details/view.ts";
import { submitCorrect } from "./routes/book/sent/correct.ts";
import { submitSendAgain } from "./routes/book/sent/send-again.ts";
import { viewSent } from "./routes/book/sent/view.ts";
import { submitSummary } from "./routes/book/summary/submit.ts";
import { viewSummary } from "./routes/book/summary/view.ts";
import { submitTime } from "./routes/book/time/submit.ts";
import { viewBook } from "./routes/book/view.ts";
import { viewBooking } from "./routes/booking/view.ts";
import { viewCalendar } from "./routes/calendar/view.ts";
import { submitCancel } from "./routes/cancel/submit.ts";
import { viewCancel } from "./routes/cancel/view.ts";
import { submitConfirm } from "./routes/confirm/submit.ts";
import { viewConfirm } from "./routes/confirm/view.ts";
import { submitErase } from "./routes/erase/submit.ts";
import { viewErase } from "./routes/erase/view.ts";
import { viewFeed } from "./routes/feed/view.ts";
import { viewHome } from "./routes/home/view.ts";
import { submitInstead } from "./routes/instead/submit.ts";
import { submitJoin } from "./routes/join/submit.ts";
import { viewJoin } from "./routes/join/view.ts";
import { submitLate } from "./routes/late/submit.ts";
import { metricsView } from "./routes/metrics/view.ts";
import { submitMove } from "./routes/move/submit.ts";
import { viewMove } from "./routes/move/view.ts";
import { viewPrivacy } from "./routes/privacy/view.ts";
import { viewHealth, viewReady, viewRobots } from "./routes/probes/view.ts";
import { submitResend } from "./routes/resend/submit.ts";
import { viewService } from "./routes/service/view.ts";
import { viewServices } from "./routes/services/view.ts";
import { submitAsk, viewAsk, viewAsked } from "./routes/waiting/ask.ts";
import { submitChange, viewChange } from "./routes/waiting/change.ts";
import { submitWaiting } from "./routes/waiting/submit.ts";
import { viewLeft, viewWaiting } from "./routes/waiting/view.ts";
import { isFromOurPages, privatePages, safeHeaders } from "./security.ts";
import type { Site } from "./site.ts";

/** Pages that say the same to everybody. */
const PUBLIC = [ROUTES.home, ROUTES.services, ROUTES.service, ROUTES.privacy, ROUTES.accessibility];

/** Bytes a form may have. */
const BODY_LIMIT = 32 * 1024;

/**
 * The citizens' pages as a function from request to answer; {@link startWeb} lets it listen. GET and HEAD change
 * nothing (DESIGN.md, invariant 5).
 */
export function createApp(core: Core, options: WebOptions & { readonly random: Random }): Hono {
  const clients = clientsOf(options.trustProxy ?? null);
  const site: Site = {
    core,
    options,
    random: options.random,
    paths: pathsFor(options.publicUrl, options.botUsername),
    clients,
    limits: rateLimits(core, clients),
    challenges: challengesFor(core),
    measures: measuresOf(core, options.version),
  };
  const app = new Hono({ strict: false });
  app.use(requestLog(core, site.measures));
  const { mounted } = options;
  if (mounted) app.all(mounted.path, (c) => mounted.handle(c.req.raw));
  const base = basePath(options.publicUrl);
  // Programs read without a browser's precautions, and faster.
  for (const folder of foldersOf(base)) app.route(`${folder}${API}`, apiOf(site));
  const reuse = reused(site);
  for (const folder of foldersOf(base)) for (const route of PUBLIC) app.get(folder + route, reuse);
  app.use(safeHeaders(options));
  const packed = compress();
  app.use((c, next) => (isKept(c) ? next() : packed(c, next)));
  app.use(privatePages(options));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => wrongMethod(c, site, methods) }));
  app.use(limitedBody(BODY_LIMIT, (c) => plainPage(c, site, "too-large", 413)));
  app.use(async function ownPagesOnly(c, next) {
    const reads = c.req.method === "GET" || c.req.method === "HEAD";
    return reads || isFromOurPages(c, options.publicUrl, clients)
      ? next()
      : plainPage(c, site, "foreign", 403);
  });

  const pages = pagesOf(site);
  for (const folder of foldersOf(base)) app.route(folder || "/", pages);

  app.notFound((c) => plainPage(c, site, "not-found", 404));
  app.onError((error, c) => {
    core.log.error("web.fault", { method: c.req.method, route: routePath(c, -1), ...faultFields(error) });
    const status = faultStatus(error);
    if (status === 503) c.header("Retry-After", RETRY_AFTER);
    return plainPage(c, site, "fault", status);
  });
  return app;
}

/** A proxy may or may not take the folder of the public address off before it asks us. */
function foldersOf(base: string): readonly string[] {
  return base === "" ? [""] : ["", base];
}

function pagesOf(site: Site): Hono {
  const pages = new Hono({ strict: false });
  const guards = guardsOf(site);
  pages.get(ROUTES.home, (c) => viewHome(c, site));
  pages.get(ROUTES.services, (c) => viewServices(c, site));
  pages.get(ROUTES.service, (c) => viewService(c, site));
  pages.get(ROUTES.book, (c) => viewBook(c, site));
  pages.post(ROUTES.book, guards.form, guards.hold, (c) => submitTime(c, site));
  pages.get(ROUTES.details, (c) => viewDetails(c, site));
  pages.post(ROUTES.details, guards.form, (c) => submitDetails(c, site));
  pages.get(ROUTES.applicant, (c) => viewApplicant(c, site));
  pages.post(ROUTES.applicant, guards.form, (c) => submitApplicant(c, site));
  pages.get(ROUTES.summary, (c) => viewSummary(c, site));
  pages.post(ROUTES.summary, guards.form, guards.mail, (c) => submitSummary(c, site));
  pages.get(ROUTES.sent, (c) => viewSent(c, site));
  pages.post(ROUTES.sendAgain, guards.mail, (c) => submitSendAgain(c, site));
  pages.post(ROUTES.correct, guards.mail, (c) => submitCorrect(c, site));
  pages.get(ROUTES.confirm, (c) => viewConfirm(c, site));
  pages.post(ROUTES.confirm, (c) => submitConfirm(c, site));
  pages.get(ROUTES.booking, (c) => viewBooking(c, site));
  pages.get(ROUTES.cancel, (c) => viewCancel(c, site));
  pages.post(ROUTES.cancel, (c) => submitCancel(c, site));
  pages.get(ROUTES.move, (c) => viewMove(c, site));
  pages.post(ROUTES.instead, (c) => submitInstead(c, site));
  pages.post(ROUTES.move, (c) => submitMove(c, site));
  pages.post(ROUTES.late, (c) => submitLate(c, site));
  pages.post(ROUTES.resend, guards.mail, (c) => submitResend(c, site));
  pages.get(ROUTES.erase, (c) => viewErase(c, site));
  pages.post(ROUTES.erase, (c) => submitErase(c, site));
  pages.get(ROUTES.join, (c) => viewJoin(c, site));
  pages.post(ROUTES.join, (c) => submitJoin(c, site));
  pages.get(ROUTES.waiting, (c) => viewAsk(c, site));
  pages.post(ROUTES.waiting, guards.form, guards.mail, (c) => submitAsk(c, site));
  pages.get(ROUTES.waitingSent, (c) => viewAsked(c, site));
  pages.get(ROUTES.waitingLeft, (c) => viewLeft(c, site));
  pages.get(ROUTES.waitingEntry, (c) => viewWaiting(c, site));
  pages.post(ROUTES.waitingEntry, (c) => submitWaiting(c, site));
  pages.get(ROUTES.waitingChange, (c) => viewChange(c, site));
  pages.post(ROUTES.waitingChange, (c) => submitChange(c, site));
  pages.get(ROUTES.calendar, (c) => viewCalendar(c, site));
  pages.get(ROUTES.feed, (c) => viewFeed(c, site));
  pages.get(ROUTES.privacy, (c) => viewPrivacy(c, site));
  pages.get(ROUTES.accessibility, (c) => viewAccessibility(c, site));
  pages.get(ROUTES.robots, (c) => viewRobots(c, site));
  pages.get(ROUTES.health, (c) => viewHealth(c));
  pages.get(ROUTES.ready, (c) => viewReady(c, site));
  pages.get(ROUTES.metrics, metricsView(site));
  pages.get(ROUTES.asset, (c) => serveAsset(c, site.core));
  return pages;
}

async function wrongMethod(c: Context, site: Site, methods: readonly string[]) {
  const answer = await plainPage(c, site, "wrong-method", 405);
  answer.headers.set("Allow", methods.join(", "));
  return answer;
}
