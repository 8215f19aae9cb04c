/** Abbreviations that people use in talk: they need no explanation unless the glossary says otherwise. */
export const commonlyKnown: ReadonlySet<string> = new Set(
  `АЗС АО АТС АЭС БТР ВВП ВИЧ ВОВ ВУЗ ГАИ ГИБДД ГОСТ ГЭС ДНК ДТП ЕГЭ ЕС ЖД ЖК ЖКХ ЗАГС ЗАО ИНН ИП КНР КПП МВД МГУ МИД
  МКАД МРТ МЧС НАТО НДС НДФЛ НЛО ОАО ОГЭ ОМОН ООН ООО ОРВИ ПАО ПДД ПК ПО РАН РЖД РФ СМИ СМС СНГ СНИЛС СПИД СССР США ТВ
  ТЦ ТЭЦ УЗИ ФИО ФСБ ХХ ЦБ ЦРУ ЧП ЭВМ ЭКГ`.split(/\s+/),
);
