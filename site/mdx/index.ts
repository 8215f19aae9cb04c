import BadExample from './BadExample.astro';
import Deadline from './Deadline.astro';
import GoodExample from './GoodExample.astro';
import Note from './Note.astro';
import PageLink from './PageLink.astro';
import Quote from './Quote.astro';
import Step from './Step.astro';
import Term from './Term.astro';
import Value from './Value.astro';
import Warning from './Warning.astro';

/** What each allow-listed component of the content looks like. The list itself is `allowedComponents` of #knowledge. */
export const components = {
  Step,
  Note,
  Warning,
  Quote,
  BadExample,
  GoodExample,
  Term,
  Page: PageLink,
  Value,
  Deadline,
};
