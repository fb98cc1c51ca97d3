/** Unpacks archives of the browser into the temporary folder of this process, which is why it is one of its own. */
import { inflate } from "@sparticuz/chromium";

await Promise.all(process.argv.slice(2).map((archive) => inflate(archive)));
