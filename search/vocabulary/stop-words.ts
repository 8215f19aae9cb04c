// Lemmas that carry nothing to search for. A query of nothing else is searched as it stands.

/** Too small to break a phrase: «обращение в департамент» is the phrase «обращение департамент». */
export const functionWords: ReadonlySet<string> = new Set(
  `
  в во на к ко с со из изо о об обо от ото по за для при у до под подо над через без безо про между перед
  и а но или либо да же ли бы б то ведь уж вот ну не ни
`
    .trim()
    .split(/\s+/),
);

/** Question words, pronouns and the politeness around a question. */
export const stopWords: ReadonlySet<string> = new Set([
  ...functionWords,
  ...`
  как что чем где когда куда кто откуда сколько скольки какой который чей почему зачем отчего насколько какова каков каково
  чтобы чтоб если так там тут здесь это этот тот такой весь все всё свой сам самый
  я мы ты вы он она оно они себя мой твой наш ваш его ее их мне меня нам нас вам вас ему ей им
  можно нельзя нужно надо необходимо должен следует мочь хотеть хотеться хотел хочу нужный
  быть есть являться
  подсказать подскажите сказать скажите пожалуйста здравствуйте интересовать интересоваться узнать
  ещё еще уже только лишь даже тоже также вообще просто именно ли
  делать сделать
  `
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('ё', 'е')),
]);

/** Stop words that tell one question from another. */
export const softTerms: ReadonlySet<string> = new Set(
  'кто где когда куда откуда сколько почему зачем чей без не нет ли нельзя'.split(' '),
);
