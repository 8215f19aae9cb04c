/** What of the content everybody may see. */
export { type Leaning, type PublicBody, publicBody } from './body.ts';
export { isPublicKind, isPublished, publicKinds } from './publishable.ts';
export { type PublicFiles, publicFiles, writePublicContent } from './write.ts';
