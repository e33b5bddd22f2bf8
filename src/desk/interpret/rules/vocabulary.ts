/** Small words that say how a name is meant, in matching form. One list per role, all languages together. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** "in the web app": the work happens there. */
export const placeBefore = set(`
  in on at inside within into im ins am beim auf dans sur au en em no na nel nella nello nell sul sulla
  w we в во на op i pa till hos 在 给`);

/** "webapp で", "webapp 里": the same, said after the name. */
export const placeAfter = set("で に 里 中 上 에 teki");

/** "for the web app": a direction, weaker than a place. */
export const towards = set(`
  to for of from with about fur zu zur zum von vom mit bei pour par de du des d para por con del da do dos di della
  dello dell dla do od z ze к для с со из о по voor van naar aan met for av med 把 从 icin`);

/** "like in the api": named to compare, not to work there. */
export const comparing = set("like as wie comme como come как jak som zoals gibi same unlike similar");

/** Stand between a preposition and a name without changing anything. */
export const articles = set(`
  the a an my our your this that der die das den dem des ein eine einem unser unserem unsere unserer mein meinem
  le la les l el los las lo il gli i un une una uno o os as um uma mon ma mes notre mi nuestro nuestra meu minha
  mio mia nostro het een de mijn mon sin min mitt`);

/** "the webapp repo": says that a name is one of a project. */
export const projectWords = set(`
  project projects repo repos repository codebase projekt projet depot proyecto repositorio projeto progetto
  проект проекте репозиторий репо projekcie プロジェクト`);

/** "a and b": what stands after it is meant like what stands before. */
export const conjunctions = set("and und et y e i и oraz en och ve or oder ou o と 和 sowie plus");

/** Words that carry courtesy or time only: dropped before a sentence is compared with a cue. */
export const fillers = set(`
  please pls plz the a an now rn just right away immediately asap jama claude claudes bro man dude mate then so well hey yo
  bitte mal jetzt gerade sofort doch denn eigentlich bitteschon schon
  stp svp la le les l maintenant el los las por favor porfa ahora o os as agora pfv il lo per piacere adesso
  пожалуйста плз сейчас клод prosze teraz aub nu nou even de het tack
  can could would will you u kannst konntest du peux tu puedes podrias pode voce puoi kun je`);

export const negations = set(
  "dont not never no nicht nie kein keine pas jamais nunca nao non не nie niet inte",
);
