const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Participles that name a state of mind or a property, not an act: «уверен», «обязан», «распространён». */
export const states = words(`
  видать видеть влюбить заинтересовать намерить обязать отличить помешать распространить растерять склонить убедить уверить
`);

/** Borrowed by the state only before an infinitive: «призван обеспечить». */
export const statesBeforeInfinitive = words('призвать');

/** Verbs whose instrumental is what somebody becomes, not who did it: «назначен директором». */
export const becoming = words(`
  выбирать выбрать возвести делать звать избирать избрать именовать короновать назвать назначать назначить называть
  наречь объявить объявлять оставить представить признавать признать провозгласить провозглашать прозвать сделать
  считать утвердить утверждать
`);
