/** Sheets to begin with, in shapes that people keep. */

const EVENTS = `Country,Date,Status,Source,Link
Australia,2018-08-23,Banned,Government,https://www.example.org/au
Japan,2018-12-10,Restricted,Cabinet,https://www.example.org/jp
Sweden,2020-10-20,Banned,Regulator,https://www.example.org/se
United Kingdom,2020-01-28,Restricted,Government,https://www.example.org/uk
United Kingdom,2020-07-14,Banned,Government,https://www.example.org/uk
Canada,2022-05-19,Banned,Government,https://www.example.org/ca
`;

const YEARS = `State,2010,2012,2014,2016,2018,2020,Source
Colorado,forbidden,allowed,allowed,allowed,allowed,allowed,State register
Washington,forbidden,allowed,allowed,allowed,allowed,allowed,State register
Oregon,forbidden,forbidden,allowed,allowed,allowed,allowed,State register
California,forbidden,forbidden,forbidden,allowed,allowed,allowed,State register
Michigan,forbidden,forbidden,forbidden,forbidden,allowed,allowed,State register
Texas,forbidden,forbidden,forbidden,forbidden,forbidden,forbidden,State register
`;

const SPELLS = `Country,From,Until,Measure,Source
Italy,2020-03-10,2020-05-03,Stay at home,Gazette
Spain,2020-03-15,2020-06-20,Stay at home,Gazette
France,2020-03-17,2020-05-10,Stay at home,Gazette
France,2020-10-30,2020-12-14,Stay at home,Gazette
United Kingdom,2020-03-23,2020-05-12,Stay at home,Gazette
`;

/** @type {{id: string, text: string}[]} */
export const STARTERS = [
  { id: "changes", text: EVENTS },
  { id: "years", text: YEARS },
  { id: "periods", text: SPELLS },
];
