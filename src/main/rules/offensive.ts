/**
 * Runs of letters that no drawn name may hold, wherever word borders fall: someone reads the address
 * out at a counter. Short on purpose; a wider net would catch "grass" and "shell".
 */
const offensive =
  /anal|anus|arse|cock|coon|crap|cum|cunt|dick|fag|fuck|isis|kkk|milf|nazi|nigg|penis|piss|poop|porn|prick|puss|rape|sex|shit|slut|suck|tit|turd|twat|wank|whore/

/** Whether a name, in lower case and as it will be written, would embarrass whoever has to say it. */
export const isOffensive = (name: string): boolean => offensive.test(name)
