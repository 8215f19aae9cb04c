import { DOMParser as LetterParser, type Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { letterSchema } from '../schema/schema.ts';
import { cleanHtml } from './clean-html.ts';

const { DOMParser } = new JSDOM('').window;
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const clean = (html: string) => cleanHtml(html, parse).html.replaceAll(/>\s+</g, '><').trim();
/** The letter that comes of it. */
function letterOf(html: string): Node {
  const { body } = parse(cleanHtml(html, parse).html);
  const parsed = LetterParser.fromSchema(letterSchema).parse(body);
  parsed.check();
  return parsed;
}

/** As Word puts it: head with conditional comments, styles, `o:p`, marks of lists as text. */
const word = (fragment: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} @list l0 {mso-list-id:1;} --></style></head><body lang=RU style='tab-interval:35.4pt'><!--StartFragment-->${fragment}<!--EndFragment--></body></html>`;
const item = (level: number, mark: string, text: string) =>
  `<p class=MsoListParagraph style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

describe('what Word puts into the clipboard', () => {
  it('comes as paragraphs with their marks, without styles, empty names and comments', () => {
    expect(
      clean(
        word(
          "<p class=MsoNormal style='text-align:justify'><b><span style='font-size:14.0pt'>Важно:</span></b><span style='font-size:14.0pt'> ответ при\u00adдёт&nbsp; до <i>20 мая</i>, <u>обязательно</u>.<o:p></o:p></span></p><p class=MsoNormal><span style='font-weight:bold;font-style:italic'>Оба</span><o:p>&nbsp;</o:p></p>",
        ),
      ),
    ).toBe(
      '<p><strong>Важно:</strong> ответ придёт до <em>20 мая</em>, <u>обязательно</u>.</p><p><em><strong>Оба</strong></em>\u00a0</p>'.replaceAll(
        '\u00a0',
        '&nbsp;',
      ),
    );
  });

  it('makes real lists of paragraphs with marks, also inside one another and with numbers', () => {
    expect(
      clean(
        word(
          `<p class=MsoNormal>Нужно:</p>${item(1, '·', 'паспорт')}${item(1, '·', 'справка:')}${item(2, 'o', 'о доходах')}${item(2, 'o', 'о составе семьи')}${item(1, '·', 'заявление')}<p class=MsoNormal>Потом:</p>${item(1, '3.', 'придите')}${item(1, '4.', 'подпишите')}`,
        ),
      ),
    ).toBe(
      '<p>Нужно:</p><ul><li><p>паспорт</p></li><li><p>справка:</p><ul><li><p>о доходах</p></li><li><p>о составе семьи</p></li></ul></li><li><p>заявление</p></li></ul><p>Потом:</p><ol start="3"><li><p>придите</p></li><li><p>подпишите</p></li></ol>',
    );
  });

  it('makes lists where Outlook leaves only the look of them', () => {
    expect(
      clean(
        "<p class=MsoListParagraph style='text-indent:-18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>раз</p><p class=MsoListParagraph style='text-indent:-18.0pt'>2)&nbsp; два</p><p class=MsoListParagraph>просто отступ</p>",
      ),
    ).toBe('<ul><li><p>раз</p></li></ul><ol start="2"><li><p>два</p></li></ol><p>просто отступ</p>');
  });

  it('maps headings: real ones, the title, and outline levels', () => {
    expect(
      clean(
        word(
          "<h1 style='mso-style-next:Обычный'><b>О сроках</b><o:p></o:p></h1><h4>Мелко</h4><p class=MsoTitle>Письмо</p><p class=MsoNormal style='mso-outline-level:3'>Раздел</p><h2><o:p>&nbsp;</o:p></h2>",
        ),
      ),
    ).toBe('<h2>О сроках</h2><h3>Мелко</h3><h2>Письмо</h2><h3>Раздел</h3><p>&nbsp;</p>');
  });

  it('keeps tables with joined cells, without widths and borders', () => {
    const html = word(
      "<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=300 colspan=2 style='width:225pt'><p class=MsoNormal><b>Выплата</b><o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>5 мая</p></td><td><p class=MsoNormal>100</p></td></tr></table>",
    );
    expect(clean(html)).toBe(
      '<table><tbody><tr><td colspan="2"><p><strong>Выплата</strong></p></td></tr><tr><td><p>5 мая</p></td><td><p>100</p></td></tr></tbody></table>',
    );
    expect(letterOf(html).firstChild?.type.name).toBe('table');
  });

  it('takes the accepted text of tracked changes, without remarks and field codes', () => {
    expect(
      clean(
        word(
          "<p class=MsoNormal>Ответ <del class=msoDel cite='mailto:Ivan'>завтра</del><ins class=msoIns cite='mailto:Ivan'>сегодня</ins><span class=MsoCommentReference><a style='mso-comment-reference:И_1'>[И1]</a></span>, с. <span style='mso-element:field-begin'></span><span style='mso-spacerun:yes'> </span><span style='mso-element:field-separator'></span>7<span style='display:none'>тайна</span>.</p>",
        ),
      ),
    ).toBe('<p>Ответ сегодня, с. 7.</p>');
  });

  it('leaves pictures out and counts them', () => {
    const { html, pictures } = cleanHtml(
      word(
        "<p class=MsoNormal><![if !vml]><img width=10 src='file:///C:/1.png' v:shapes='_x'><![endif]>Схема</p><p><img src='https://example.org/pixel.gif'></p>",
      ),
      parse,
    );
    expect(pictures).toBe(2);
    expect(html).not.toContain('img');
    expect(html).toContain('Схема');
  });
});

describe('what other programs put into the clipboard', () => {
  it('LibreOffice: fonts and margins go, tabs become spaces', () => {
    expect(
      clean(
        '<!DOCTYPE HTML><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style>p{}</style></head><body lang="ru-RU" dir="ltr"><h1 class="western">Тема</h1><p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="4">Уважаемая\tАнна,&nbsp;&nbsp; <b>здравствуйте</b></font></font></p><ol start="2"><li><p style="margin-bottom: 0cm">раз</p></li></ol></body></html>',
      ),
    ).toBe(
      '<h2>Тема</h2><p>Уважаемая Анна, <strong>здравствуйте</strong></p><ol start="2"><li><p>раз</p></li></ol>',
    );
  });

  it('a letter from Outlook: quotes, separators and a tracking pixel', () => {
    const html =
      '<div class="WordSection1"><p class="MsoNormal"><span lang="EN-US" style="color:#1F497D;mso-fareast-language:EN-US">Коллеги, см. <a href="https://dmp.nso.ru/page/1" style="color:blue">сайт</a>.<o:p></o:p></span></p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b><span lang="EN-US">From:</span></b> Иван &lt;ivan@example.ru&gt;<br><b>Sent:</b> Monday</p></div><hr></div>';
    expect(letterOf(html).textBetween(0, letterOf(html).content.size, '|', '/')).toBe(
      'Коллеги, см. сайт.|From: Иван <ivan@example.ru>/Sent: Monday',
    );
    expect(clean(html)).toContain('<a href="https://dmp.nso.ru/page/1">сайт</a>');
  });

  it('a page of a document system: bold wrappers that are not bold, layout tables, dangerous links', () => {
    expect(
      clean(
        '<b style="font-weight:normal" id="docs-internal-guid"><p dir="ltr"><span style="font-weight:700">Жирно</span> и <a href="javascript:alert(1)" onclick="x()">тут</a>, <a href="/local">там</a>, <a href="mailto:a@example.ru">почта</a></p></b>',
      ),
    ).toBe('<p><strong>Жирно</strong> и тут, там, <a href="mailto:a@example.ru">почта</a></p>');
  });

  it('from a letter of ours comes as it is: variables and sources stay', () => {
    const own =
      '<p data-pm-slice="1 1 []">Письмо <span data-variable="номер">((номер))</span> <span data-page="a" data-digest="d" data-piece="spoken">Пишите.</span></p>';
    const found = letterOf(own);
    expect(cleanHtml(own, parse).html).toBe(own);
    expect(found.firstChild?.child(1).type.name).toBe('variable');
    expect(found.firstChild?.lastChild?.marks[0]?.attrs).toEqual({ page: 'a', digest: 'd', piece: 'spoken' });
  });
});

describe('whatever is pasted', () => {
  const tags = [
    'p',
    'div',
    'span',
    'b',
    'i',
    'h1',
    'h5',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'a',
    'script',
    'style',
    'svg',
    'iframe',
    'img',
    'o:p',
    'font',
    'blockquote',
    'pre',
    'input',
    'button',
    'caption',
    'details',
    'math',
  ];
  const attributes = fc.constantFrom(
    '',
    ' onclick="alert(1)"',
    ' onerror=alert(1) src=x',
    ' href="javascript:alert(1)"',
    ' href="https://example.ru"',
    ' style="mso-list:l0 level2 lfo1"',
    ' style="mso-list:l1 level9 lfo2;font-weight:bold"',
    ' class=MsoListParagraph',
    ' style="display:none"',
    ' colspan=0 rowspan=99999',
    ' start=-5',
    ' data-variable="номер"',
    ' style="background:url(javascript:1)"',
  );
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        'слово ',
        '· ',
        '1. ',
        '&nbsp;&nbsp; ',
        '<!--[if gte mso 9]><xml>',
        '<![if !supportLists]>',
        '</p>',
        '<',
        '\u00ad',
      ),
      fc
        .tuple(fc.constantFrom(...tags), attributes, fc.array(tie('html'), { maxLength: 4 }))
        .map(([tag, given, inside]) => `<${tag}${given}>${inside.join('')}</${tag}>`),
    ),
  }));

  it('is a letter of the schema, without scripts, handlers and foreign attributes', () => {
    fc.assert(
      fc.property(fc.array(html, { minLength: 1, maxLength: 6 }), (pieces) => {
        const given = pieces.join('');
        const cleaned = parse(cleanHtml(given, parse).html).body;
        for (const element of cleaned.querySelectorAll('*')) {
          expect(element.tagName).not.toMatch(/^(?:SCRIPT|STYLE|IFRAME|IMG|OBJECT|SVG|MATH|INPUT|BUTTON)$/i);
          for (const { name, value } of element.attributes) {
            expect(['href', 'colspan', 'rowspan', 'start']).toContain(name);
            expect(value).not.toMatch(/javascript/i);
          }
        }
        letterOf(given);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('is the same when it is cleaned twice', () => {
    fc.assert(
      fc.property(html, (given) => {
        const once = cleanHtml(given, parse).html;
        expect(parse(cleanHtml(once, parse).html).body.textContent).toBe(parse(once).body.textContent);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
