/** Titles and units of the series that are shown over time, by id. */
export const fans: Readonly<Record<string, { readonly title: string; readonly unit: string }>> = {
  area: { title: "Площа, яку утримує Росія поза Кримом", unit: "км²" },
  "claimed-losses": { title: "Втрати Росії за заявами Генштабу", unit: "осіб на тиждень" },
  "aid-allocated": { title: "Виділена Україні військова допомога", unit: "млрд євро на тиждень" },
  "aid-delivered": { title: "Доставлена Україні військова допомога", unit: "млрд євро на тиждень" },
  "aid-promised": { title: "Обіцяна Україні військова допомога", unit: "млрд євро на тиждень" },
  "force-ua": { title: "Українські солдати на фронті", unit: "тис." },
  "force-ru": { title: "Російські солдати на фронті", unit: "тис." },
  "fires-ua": { title: "Вогонь України в артилерійських пострілах", unit: "тис. на тиждень" },
  "fires-ru": { title: "Вогонь Росії в артилерійських пострілах", unit: "тис. на тиждень" },
  "aid-military-us": { title: "Сполучені Штати", unit: "млрд євро на місяць" },
  "aid-military-germany": { title: "Німеччина", unit: "млрд євро на місяць" },
  "aid-military-uk-nordic-baltic-poland": {
    title: "Британія, країни Півночі та Балтії, Польща",
    unit: "млрд євро на місяць",
  },
  "aid-military-rest-of-eu-and-others": { title: "Решта ЄС та інші", unit: "млрд євро на місяць" },
};
