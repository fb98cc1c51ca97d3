import { type Colour, parseColour } from "@ricevimenti/core";

/** Bootstrap Italia's own blue. */
export const BRAND = "#06c";

/**
 * Components of Bootstrap Italia that no page of ours has: more than a third of its sheet, which every phone would
 * have to load. A page that takes one up takes it off here.
 */
const ABSENT =
  /\.(?:accept|accordion|affix|analogue|autocomplete|avatar|back-to|bookmark|bottom-nav|bootstrap-select|bs-popover|bs-tooltip|callout|card|carousel|chip|complementary|cookiebar|dimmer|dropdown|form-floating|form-range|form-switch|image-wrapper|img-responsive|input-group|input-number|it-back|it-calendar|it-card|it-carousel|it-grid|it-hero|it-region|it-right-zone|it-socials|it-timeline|it-transfer|it-video|lightgrey|list-group|megamenu|mega-menu|modal|nav-pills|nav-tabs|neutral|notification|offcanvas|overlay|page-link|page-item|pagination|placeholder|point-list|popover|primary-bg|primary-border|primary-color|progress|rating|row-cols|select-wrapper|sidebar|spinner|splide|thumb-nav|timeline|timepicker|toast|toggles|toolbar|tooltip|transfer|upload|video-js|vjs|was-validated)\b/;

/** The sheet without the rules for what no page has. The rest is as it was, in its order. */
export function pruned(css: string): string {
  let kept = "";
  for (const { prelude, body } of rulesOf(css)) {
    if (body === null) kept += prelude;
    else if (/^@(?:media|supports)/.test(prelude)) {
      const inside = pruned(body);
      if (inside !== "") kept += `${prelude}{${inside}}`;
    } else if (prelude.startsWith("@")) {
      // The fonts of the video player's buttons stand in the sheet itself: browsers load them at once, which our policy forbids.
      if (!(prelude.startsWith("@font-face") && body.includes("data:"))) kept += `${prelude}{${body}}`;
    } else {
      const selectors = splitSelectors(prelude).filter((selector) => !needsAbsent(selector));
      if (selectors.length > 0) kept += `${selectors.join(",")}{${body}}`;
    }
  }
  return kept;
}

function needsAbsent(selector: string): boolean {
  return ABSENT.test(selector.replaceAll(/:not\([^()]*\)/g, ""));
}

interface Rule {
  /** Selectors or at-rule; a statement, with its semicolon, where the body is null. */
  readonly prelude: string;
  readonly body: string | null;
}

/** The top-level rules of a sheet, comments left out. */
function* rulesOf(css: string): Generator<Rule> {
  const marks = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\/|[{};]/g;
  let start = 0;
  let open = 0;
  let depth = 0;
  for (const { 0: mark, index } of css.matchAll(marks)) {
    if (mark.startsWith("/*")) {
      if (depth === 0) start = index + mark.length;
    } else if (mark === "{") {
      if (depth === 0) open = index;
      depth += 1;
    } else if (mark === "}") {
      depth -= 1;
      if (depth > 0) continue;
      yield { prelude: css.slice(start, open).trim(), body: css.slice(open + 1, index) };
      start = index + 1;
    } else if (mark === ";" && depth === 0) {
      yield { prelude: css.slice(start, index + 1).trim(), body: null };
      start = index + 1;
    }
  }
}

function splitSelectors(prelude: string): readonly string[] {
  return prelude.split(/,(?![^()]*\))/);
}

/**
 * A sheet or a drawing in the town's colour: Bootstrap Italia's blue and its shades, each as much darker or lighter than
 * the town's as it was than the blue. Greys and signal colours stay.
 *
 * @param colour as `municipality.colour` has it
 */
export function recoloured(text: string, colour: string): string {
  const town = parseColour(colour);
  if (town === null || colour === BRAND) return text;
  const [hue, saturation, lightness] = hslOf(town);
  const shade = (percent: number) =>
    `hsl(${hue},${saturation}%,${Math.min(97, (percent * lightness) / BRAND_LIGHTNESS).toFixed(1)}%)`;
  return text
    .replaceAll(/#06c\b|#0066cc\b/gi, shade(BRAND_LIGHTNESS))
    .replaceAll(/#036\b|#003366\b/gi, shade(20))
    .replaceAll(/hsl\(210,\s*100%,\s*([\d.]+)%\)/g, (_, percent: string) => shade(Number(percent)))
    .replaceAll(/\b0,\s?102,\s?204\b/g, town.join(","));
}

/** Percent, of Bootstrap Italia's blue. */
const BRAND_LIGHTNESS = 40;

/** Hue in degrees, saturation and lightness in percent, rounded. */
function hslOf([red, green, blue]: Colour): readonly [number, number, number] {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 510;
  const spread = (most - least) / 255;
  if (spread === 0) return [0, 0, Math.floor(lightness * 100)];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const turn =
    most === red
      ? (green - blue) / (most - least)
      : most === green
        ? (blue - red) / (most - least) + 2
        : (red - green) / (most - least) + 4;
  // Down, not to the nearest: the colour's contrast was measured, and must not become less.
  return [Math.round((turn * 60 + 360) % 360), Math.round(saturation * 100), Math.floor(lightness * 100)];
}
