const FONTS = "bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin";

/** The public administration's font, with the letters of the whole Latin alphabet, as "plain" and "bold". */
export function withFonts(document: PDFKit.PDFDocument): PDFKit.PDFDocument {
  return document.registerFont("plain", fontFile("regular")).registerFont("bold", fontFile("700"));
}

/** Not the smaller woff2: embedded from there the letters can be searched for and copied, but not seen. */
function fontFile(weight: string): string {
  return new URL(import.meta.resolve(`${FONTS}-${weight}.ttf`)).pathname;
}
