import "banspread";
