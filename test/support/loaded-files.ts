import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";

/** Preloaded by `--import`: writes down every file that a process loads, in the file that `LOADED_FILES` names. */
registerHooks({
  load: (url, context, next) => {
    if (url.startsWith("file:")) appendFileSync(process.env.LOADED_FILES ?? "", `${url}\n`);
    return next(url, context);
  },
});
