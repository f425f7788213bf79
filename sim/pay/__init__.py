"""From a contract to what people see and get: standings, the price list, payday."""
