/**
 * Version of the document schema. It grows with every change of nodes, marks or their attributes: an older client that
 * merely opens a document deletes the nodes it does not know, for everybody, so it is refused at the handshake.
 */
export const schemaVersion = 3;

/** The name of the shared XML fragment that holds the letter. */
export const letterField = 'letter';

/** The name of the shared map that holds the values of the variables. */
export const variablesField = 'variables';

/** The name of the shared map that holds findings a writer decided to leave. */
export const dismissedField = 'dismissed';

/** The name of the shared map that holds comments on places of the letter. */
export const commentsField = 'comments';

/** The name of the shared map that says who writes with which client of Yjs. */
export const peopleField = 'people';

/** The name of the shared map that holds the requisites of the letter that are asked for beside it. */
export const requisitesField = 'requisites';

/** The name of the shared map that holds the pages of the knowledge base that the letter rests on. */
export const sourcesField = 'sources';
